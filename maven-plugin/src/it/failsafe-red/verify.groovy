def log = new File(basedir, 'build.log').text
assert log =~ /BUILD FAILURE/
assert log =~ /Failed to execute goal org.apache.maven.plugins:maven-failsafe-plugin:[0-9.]+:verify/ : 'the tests run first, the build fails later'
assert log.contains('Tests run: 3, Failures: 1, Errors: 0, Skipped: 0')
assert log.contains('looked at F118 and did not like it')

def suite = new groovy.xml.XmlSlurper().parse(new File(basedir, 'target/failsafe-reports/TEST-it.FailingGate.xml'))
assert suite.testcase.collect { it.@name.text() }.sort() == [
    'abortion(F120, baseline/perfect-DK, da)[1]',
    'coverage baseline/perfect-DK da >= 0.1',
    'homosexuality(F118, baseline/perfect-DK, da)[1]']
assert suite.testcase.findAll { it.failure.size() > 0 }.collect { it.@name.text() } == [
    'homosexuality(F118, baseline/perfect-DK, da)[1]']
