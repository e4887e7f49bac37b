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

assert log.contains('Cultivar: 34 cells and gates, 34 passed, 0 failed, 0 in error, 0 skipped;')
assert log.contains('Cultivar: 2 gates hold over 32 cells;')

assert new File(basedir, 'target/cultivar/responses.jsonl').readLines().size() == 64
def allure = new File(basedir, 'target/allure-results').listFiles().findAll { it.name.endsWith('-result.json') }
assert allure.size() == results.gates.size() : 'cells without a check of their own are evidence'
