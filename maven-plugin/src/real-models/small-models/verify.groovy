import dev.cultivar.maven.lab.Walkthrough
import groovy.json.JsonSlurper

def downloaded = (new File(basedir, 'pom.xml').text =~ /<downloaded-before>(.*)<\/downloaded-before>/)[0][1]
def more = binding.hasVariable('arguments') ? arguments ?: '' : ''
def settings = new File(basedir, '../../../src/it/settings.xml').canonicalFile
def maven = Walkthrough.maven(basedir, localRepositoryPath, settings, downloaded)

// The end of a build, or -1 if it was killed: as soon as it prints a line of which the closure says so.
def build = { String goals, Closure<Boolean> kill ->
    def process = new ProcessBuilder('bash', '-c', "exec $maven -B -ntp $more $goals")
        .directory(basedir).redirectErrorStream(true).start()
    def killed = false
    def lines = process.inputReader()
    for (def line = lines.readLine(); line != null; line = killed ? null : lines.readLine()) {
        println line
        if (kill(line)) {
            process.destroyForcibly()
            killed = true
        }
    }
    process.waitFor()
    killed ? -1 : process.exitValue()
}
def results = { String folder -> new JsonSlurper().parse(new File(basedir, "$folder/results.json")) }
def sum = { accounts, String of -> accounts.models.values().sum { it[of] } }
def stored = {
    assert build('cultivar:store-export -Dcultivar.store.file=target/stored.jsonl', { false }) == 0
    new File(basedir, 'target/stored.jsonl').readLines().findAll { it =~ /"kind":"(ANSWER|JUDGEMENT)"/ }.size()
}

def begun = System.currentTimeMillis()
// The doctor finds such a judge wanting, or not: both are an answer.
build('test-compile cultivar:doctor', { false })
assert build('test-compile cultivar:plan', { false }) == 0
def quarter = { line ->
    def done = line =~ /(\d+) of (\d+) responses \(/
    done && 4 * (done[0][1] as int) >= (done[0][2] as int)
}
assert build('verify -Dcultivar.progress=5s', quarter) == -1
def kept = stored()
assert kept > 0

assert build('verify -Dcultivar.mode=record', { false }) != 0 : 'such models miss every gate'
def run = results('target/cultivar')
def account = run.run.suites[0].account
assert sum(account, 'recalled') == kept : 'all that was answered before the kill is used'
assert stored() == kept + sum(account, 'asked') : 'and nothing of it is asked again'

assert build('verify -Dcultivar.mode=replay -Dcultivar.output=target/replayed', { false }) != 0
def replay = results('target/replayed')
assert sum(replay.run.suites[0].account, 'asked') == 0
assert replay.cells == run.cells
assert replay.results == run.results
assert replay.gates*.verdict == run.gates*.verdict

println "real models: ${run.cells.size()} cells, $kept answers and judgements before the kill, " +
    "${sum(account, 'asked')} after it, in ${(System.currentTimeMillis() - begun).intdiv(60_000)} minutes"
