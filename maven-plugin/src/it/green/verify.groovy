import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').text
def plan = log.substring(0, log.indexOf('BUILD SUCCESS'))
assert plan.contains('Nothing was sent') : 'the plan is printed'
assert !plan.contains('# Cultivar') : 'the plan asks nothing'

def results = new JsonSlurper().parse(new File(basedir, 'target/cultivar/results.json'))
assert results.run.complete
assert results.cells.sum { it.planned } == 64
assert results.cells.sum { it.n } == 64
assert results.gates*.verdict.unique() == ['PASS']
assert results.gates*.gate.sort() == ['alignment', 'coverage']
assert results.results.find { it.statistic == 'alignment' && it.population == 'DK' }.estimate > 0.4
assert results.gates[0].rerun.startsWith('mvn verify -Dcultivar.suites=it.Gate ')

assert log.contains('Cultivar: 32 cells, 0 failed; 2 gates, 0 red; 0 in error, 0 skipped;')
assert log.contains('Cultivar: 2 gates pass over 32 cells;')

assert new File(basedir, 'target/cultivar/responses.jsonl').readLines().size() == 64
def allure = new File(basedir, 'target/allure-results').listFiles().findAll { it.name.endsWith('-result.json') }
assert allure.size() == results.gates.size() : 'cells without a check of their own are evidence'

// Metrics are those of the rows, and people stand beside the cells.
results.gates.each { gate -> assert results.results.any { it.statistic == gate.gate && it.metric == gate.metric && it.model == gate.model } }
results.cells.each { assert it.populations.DK >= 0 && it.populations.DK <= 1 }

// The lines for pandas and R, where these are.
def guide = new File(basedir, '../../../../docs/guide/03-read-a-report.md').text
def run = { List<String> command ->
    try {
        def process = new ProcessBuilder(command).directory(basedir).redirectErrorStream(true).start()
        process.outputStream.close()
        def text = process.inputStream.text
        [code: process.waitFor(), text: text]
    } catch (IOException absent) {
        [code: -1, text: absent.message]
    }
}
[python: ['python3', '-c', 'import pandas, scipy'], r: ['Rscript', '-e', 'library(jsonlite)']].each { language, probe ->
    if (run(probe).code != 0) {
        println "Not run: the lines for $language, as `${probe.join(' ')}` fails here."
        return
    }
    def file = new File(basedir, "target/lines.$language")
    file.text = (guide =~ /(?ms)^```$language\n(.*?)^```$/).collect { it[1] }.join('\n')
    def ran = run([probe[0], file.path])
    println ran.text
    assert ran.code == 0 && ran.text.contains('spearman') && ran.text.contains('populations.DK') : ran.text
    (language == 'python' ? ['distinct', 'bias', 'lower', 'upper'] : ['distinct', 'bias']).each { statistic ->
        def figures = (ran.text =~ /$statistic: reported (\S+) recomputed (\S+)/)[0]
        assert Math.abs((figures[1] as double) - (figures[2] as double)) < 1e-9 : figures[0]
    }
}
true
