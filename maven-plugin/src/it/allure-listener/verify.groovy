import groovy.json.JsonSlurper

assert new File(basedir, 'build.log').text.contains('Tests run: 6, Failures: 1, Errors: 0, Skipped: 0')

def results = new File(basedir, 'target/allure-results').listFiles()
    .findAll { it.name.endsWith('-result.json') }.collect { new JsonSlurper().parse(it) }
def framework = { it.labels.find { it.name == 'framework' }.value }
assert results.collect { "${framework(it)}: ${it.name}: ${it.status}" as String }.sort() == [
    'cultivar: F118 Homosexuality, baseline/perfect-DK, da: passed',
    'cultivar: F120 Abortion, baseline/perfect-DK, da: passed',
    'cultivar: F120 Abortion, baseline/perfect-DK, da: passed',
    'cultivar: gate consistency, baseline/perfect-DK, da: failed',
    'cultivar: gate coverage, baseline/perfect-DK, da: passed',
    'junit-platform: adds(): passed'] : 'each leaf once, the other engine as the listener saw it'

// What a reader sees; the data is inside the file, as d('name','Base64').
def page = new File(basedir, 'target/cultivar/allure-report/index.html').text
def data = { name -> new JsonSlurper().parse((page =~ /d\('${name}','([^']*)'\)/)[0][1].decodeBase64()) }
def shown = data('widgets/summary\\.json').statistic
assert shown.total == 6 && shown.passed == 5 && shown.failed == 1
assert data('widgets/retry-trend\\.json')[0].data.retry == 0 : 'and none hides behind another as its retry'
