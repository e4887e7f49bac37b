import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').text
assert log.contains('malformed.csv:') && !new File(basedir, 'malformed').exists() : 'nothing is half written'
assert log.contains("scores.csv:362: ") && log.contains('361 rows read, 1 left out')
assert log.contains("[WARNING] Neither the population table nor the built-in catalogue has 'Q11' (nearest: Q1, ")
assert !log.contains('No population has truth for: Q11') : 'said once'
assert log.contains('[WARNING] The capability regression has only 10 rows for 6 coefficients and 5 models')

def read = { folder -> new JsonSlurper().parse(new File(basedir, "$folder/results.json")) }
def of = { results, statistic -> results.results.findAll { it.statistic == statistic } }
['robust', 'published'].each { method ->
    def results = read(method)
    assert results.schema == 2 && results.cells == [] && results.gates == [] && results.run.suites == []
    assert results.results*.statistic.toSet().containsAll(
            ['alignment', 'consistency', 'bias', 'capability', 'coverage', 'conditioning'])
    def capability = of(results, 'capability')
    assert capability*.family.toSet() == ['growing', 'steady'] as Set
    assert capability.every { it.language in ['da', 'nl'] && it.method == method }
    def bias = of(results, 'bias')
    assert bias*.model.toSet() == ['small', 'middle', 'large', 'other', 'another'] as Set
    assert bias.any { it.metric == 'difference' } == (method == 'robust')
    (capability + bias.findAll { it.metric == 'coefficient' }).each { assert it.stdError != null && it.df != null && it.p != null }
    assert new File(basedir, "$method/regressions.txt").text.contains('REML')
    assert new File(basedir, "$method/results.csv").exists()
    def page = new File(basedir, "$method/report.html").text
    assert page.contains('Capability (Eq. 3)') && page.count('<svg') >= 4
}
def screens = log.split('rows read, ').drop(1)*.replaceFirst(/(?s)Written to.*/, '')
assert screens.size() == 2 && screens.every { it.readLines().size() < 30 } : 'one screen'
def large = of(read('robust'), 'alignment').find { it.model == 'large' && it.population == 'DK' && it.language == 'da' }
def small = of(read('robust'), 'alignment').find { it.model == 'small' && it.population == 'DK' && it.language == 'da' }
assert large.estimate > small.estimate
assert new JsonSlurper().parse(new File(basedir, 'published/analysis.json')).request.seed == 7
