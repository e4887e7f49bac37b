import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').text
assert log.contains('No whole run of it.Gate is in ')
assert log.contains('was to be compared with baselines/first.json, which was missing')
assert log.contains('commit it and name it in @RegressionGate')
assert log.contains('It holds these scored answers: planted/perfect-DK ')
assert log.contains('1 gate in its run: 1 failed.')
assert new JsonSlurper().parse(new File(basedir, 'baselines/first.json'))

def results = new JsonSlurper().parse(new File(basedir, 'target/cultivar/results.json'))
assert results.gates*.verdict == ['PASS'] : 'a run is no worse than itself'
