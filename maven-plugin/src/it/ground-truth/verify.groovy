import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').text
assert log.contains('is the file truncated or damaged?')
assert !new File(basedir, 'target/cut/populations.csv').exists() : 'nothing is half written'
assert log.contains('Cite: EVS/WVS')

def rows = { name ->
    def lines = new File(basedir, "target/people/$name").readLines()
    def columns = lines[0].split(',')
    lines.tail().collect { line -> [columns, line.split(',', -1)].transpose().collectEntries() }
}
def polarity = rows('populations.csv').findAll { it.population == 'AA' }.collectEntries { [it.topic, it.polarity as double] }
assert polarity == [F118: 0.0d, F120: 0.2d, F121: 0.5d, F116: 0.8d, F117: 1.0d]
def people = rows('human-consistency.csv').collectEntries { [it.population, it] }
assert (people.AA.selfConsistency as double) > 0.9
assert Math.abs(people.BB.selfConsistency as double) < 1e-6
assert people.AA.topics == '5' && people.AA.respondents == '10'
assert new File(basedir, 'target/people/CITATION.txt').text.contains('doi:10.4232')
assert new File(basedir, 'target/people/dropped-topics.csv').text.contains('the file has no such column')

def results = new JsonSlurper().parse(new File(basedir, 'target/cultivar/results.json'))
assert results.run.suites[0].populationSource.endsWith('populations.csv')
assert results.results.any { it.statistic == 'alignment' && it.population == 'AA' }
