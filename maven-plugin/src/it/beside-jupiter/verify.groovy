def log = new File(basedir, 'build.log').text
assert log.count('BUILD FAILURE') == 2
def (cell, red, green) = log.split('BUILD FAILURE')
def failed = /Self-consistency of planted\/uniform in Danish is -?0\.\d+ \[-?0\.\d+, -?0\.\d+\] \(95% interval, these topics\); required at least 0\.99: FAIL\. n=\d+, 5 topics/

// One cell, by the name of its method: no gate speaks, and the other engine has nothing to do.
assert cell =~ /(?m)^\[ERROR\] Tests run: 3, Failures: 1, Errors: 0, Skipped: 2$/
assert cell.contains('looked at F122 and did not like it')
assert !(cell =~ failed)

// A gate that fails is red beside tests that pass.
assert red =~ /(?m)^\[ERROR\] Tests run: 8, Failures: 2, Errors: 0, Skipped: 0$/
assert red =~ failed

// Each engine runs its own, once.
assert green.contains('BUILD SUCCESS')
assert green =~ /(?m)^\[INFO\] Tests run: 4, Failures: 0, Errors: 0, Skipped: 0$/

def names = { type ->
    new groovy.xml.XmlSlurper().parse(new File(basedir, "target/surefire-reports/TEST-${type}.xml"))
        .testcase.collect { it.@name.text() }.sort()
}
assert names('it.PlainTest') == ['adds']
assert names('it.Gate') == [
    'abortion(F120, planted/perfect-DK, da)[1]',
    'coverage planted/perfect-DK da >= 0.1',
    'homosexuality(F118, planted/perfect-DK, da)[1]']
assert names('it.FailingGate').size() == 7
assert new File(basedir, 'target/surefire-reports').listFiles().count { it.name.endsWith('.xml') } == 3
