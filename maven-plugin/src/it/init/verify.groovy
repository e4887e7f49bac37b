import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').text
assert log.contains('Wrote pom.xml, src/test/java/demo/ValuesGate.java, src/test/resources/cultivar.yaml.')
assert log.contains('Cultivar: 2 gates pass over 65 cells;') : 'the new project is green'
assert log.contains('2 breaches:') : 'and red for another model'

assert log.contains('Already there, not changed: pom.xml.')
assert !log.contains('Add to')
assert log.contains('Cultivar: 1 gate passes over 6 cells;') : "one's own topic is among them"

def results = new JsonSlurper().parse(new File(basedir, 'target/cultivar/results.json'))
assert results.cells*.topic.contains('FOUR_DAYS')
assert results.gates*.verdict != ['PASS'] : 'answers at random do not pass'
