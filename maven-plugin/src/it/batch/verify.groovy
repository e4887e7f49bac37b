import dev.cultivar.maven.lab.StandInLab
import dev.cultivar.maven.lab.StandInLab.Fate
import dev.cultivar.maven.lab.Walkthrough
import groovy.json.JsonSlurper

def downloaded = (new File(basedir, 'pom.xml').text =~ /<downloaded-before>(.*)<\/downloaded-before>/)[0][1]
def settings = basedir.toPath().resolve('../../../src/it/settings.xml').normalize().toFile()
def folder = new File(basedir, 'steps')

StandInLab.open(Fate.EXPIRES, Fate.FAILS, Fate.LOSES_ONE).withCloseable { lab ->
    new Walkthrough(folder, Walkthrough.maven(basedir, localRepositoryPath, settings, downloaded))
        .at('http://lab', lab.address())
        .vllm(lab.address())
        .with('LAB_KEY', StandInLab.KEY)
        .follow(new File(basedir, 'steps.md'))
    // 228 answers and as many judgements, less those of equal answers, by the live run alone.
    assert lab.chats.get() > 228 && lab.chats.get() <= 456 : "${lab.chats.get()} single chats"
}

def results = { path -> new JsonSlurper().parse(new File(folder, path)) }
def replayed = results('target/cultivar/results.json')
def live = results('target/live/results.json')
println "keys that differ: ${live.keySet().findAll { live[it] != replayed[it] }}"
assert live.keySet() == replayed.keySet()
assert live.results == replayed.results && live.results
assert live.cells == replayed.cells && live.cells
