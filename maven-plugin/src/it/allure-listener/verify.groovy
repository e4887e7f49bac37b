import groovy.json.JsonSlurper

assert new File(basedir, 'build.log').text.contains('Tests run: 10, Failures: 1, Errors: 0, Skipped: 0')

def results = new File(basedir, 'target/allure-results').listFiles()
    .findAll { it.name.endsWith('-result.json') }.collect { new JsonSlurper().parse(it) }
def framework = { it.labels.find { it.name == 'framework' }.value }
def shownOf = { kind -> results.findAll { framework(it) == kind }.collect { "${it.name}: ${it.status}" as String }.sort() }
assert shownOf('junit-platform') == ['adds(): passed'] : 'the other engine, as the listener saw it'
def ours = shownOf('cultivar')
assert ours == [
    'F118 Homosexuality, planted/perfect-DK in Danish: passed',
    'gate coverage, planted/perfect-DK in Danish: passed',
    'gate self-consistency, planted/uniform in Danish: failed'] : 'gates and the cell with a check, once; the other cells are evidence'

// What a reader sees; the data is inside the file, as d('name','Base64').
def page = new File(basedir, 'target/cultivar/allure-report/index.html').text
def data = { name -> new JsonSlurper().parse((page =~ /d\('${name}','([^']*)'\)/)[0][1].decodeBase64()) }
def shown = data('widgets/summary\\.json').statistic
assert shown.total == 4 && shown.passed == 3 && shown.failed == 1
assert data('widgets/retry-trend\\.json')[0].data.retry == 0 : 'and none hides behind another as its retry'
