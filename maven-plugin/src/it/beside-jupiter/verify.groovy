def log = new File(basedir, 'build.log').text
assert log.contains('Tests run: 4, Failures: 0, Errors: 0, Skipped: 0') : 'each engine runs its own, once'

def names = { type ->
    new groovy.xml.XmlSlurper().parse(new File(basedir, "target/surefire-reports/TEST-${type}.xml"))
        .testcase.collect { it.@name.text() }.sort()
}
assert names('it.PlainTest') == ['adds']
assert names('it.Gate') == [
    'abortion(F120, baseline/perfect-DK, da)[1]',
    'coverage baseline/perfect-DK da >= 0.1',
    'homosexuality(F118, baseline/perfect-DK, da)[1]']
assert new File(basedir, 'target/surefire-reports').listFiles().count { it.name.endsWith('.xml') } == 2
