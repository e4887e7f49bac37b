def log = new File(basedir, 'build.log').text
assert log =~ /Failed to execute goal org.apache.maven.plugins:maven-surefire-plugin/
assert log =~ /(?m)^\[ERROR\] Tests run: 3, Failures: 1, Errors: 0, Skipped: 0$/ : 'what the suite selects is run once'
assert log.contains('looked at F118 and did not like it')

def suite = new groovy.xml.XmlSlurper().parse(new File(basedir, 'target/surefire-reports/TEST-it.FailingGate.xml'))
assert suite.testcase.collect { it.@name.text() }.sort() == [
    'abortion(F120, baseline/perfect-DK, da)[1]',
    'coverage baseline/perfect-DK da >= 0.1',
    'homosexuality(F118, baseline/perfect-DK, da)[1]']
