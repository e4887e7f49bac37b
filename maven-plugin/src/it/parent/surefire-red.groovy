import groovy.json.JsonSlurper

// What a suite with a red cell and a red gate looks like under the Surefire that the build is named after.
def version = java.util.regex.Pattern.quote((basedir.name =~ /surefire-(.+)-red/)[0][1])
def log = new File(basedir, 'build.log').text
assert log.count('BUILD FAILURE') == 2
assert (log =~ /(?m)^\[ERROR\] \[Help 1\] .*MojoFailureException$/).count == 2
def (cell, whole) = log.split('BUILD FAILURE')
def surefire = /surefire(-plugin)?:${version}:test/
assert cell =~ surefire && whole =~ surefire
def failed = /Self-consistency of baseline\/uniform in da is -?0\.\d+ \[-?0\.\d+, -?0\.\d+\] \(95% interval\); required at least 0\.99: FAIL\. n=20, 5 topics\./

// One cell, by the name of its method: asked alone, and no gate speaks.
assert cell =~ /(?m)^\[ERROR\] Tests run: 2, Failures: 1, Errors: 0, Skipped: 1$/
assert cell.contains('looked at F122 and did not like it')
assert !(cell =~ failed)
def asked = new JsonSlurper().parse(new File(basedir, 'target/cell/results.json'))
assert asked.cells*.topic == ['F122'] && asked.gates == []

// All of it.
assert whole =~ /(?m)^\[ERROR\] Tests run: 7, Failures: 2, Errors: 0, Skipped: 0$/
assert whole =~ failed
assert whole.contains('looked at F122 and did not like it')

def suite = new groovy.xml.XmlSlurper().parse(new File(basedir, 'target/surefire-reports/TEST-it.FailingGate.xml'))
assert suite.testcase.collect { it.@name.text() }.sort() == [
    'consistency baseline/uniform da >= 0.99',
    'coverage baseline/uniform da >= 0.1',
    'fails(F122, baseline/uniform, da)[1]',
    'life(F118, baseline/uniform, da)[1]',
    'life(F119, baseline/uniform, da)[2]',
    'life(F120, baseline/uniform, da)[3]',
    'life(F121, baseline/uniform, da)[4]']
def red = suite.testcase.findAll { it.failure.size() > 0 }
assert red.collect { it.@name.text() }.sort() == ['consistency baseline/uniform da >= 0.99', 'fails(F122, baseline/uniform, da)[1]']
assert red.find { it.@name.text().startsWith('consistency') }.failure.@message.text() =~ failed
assert suite.'**'.findAll { it.name() == 'system-out' }*.text().join() =~ /polarity = 0?\.?\d/ : 'the figures of a cell are in the XML'
