def log = new File(basedir, 'build.log').text
assert log.contains('Cultivar: 76 cells, 0 failed; 2 gates, 2 red; 0 in error, 0 skipped;') : 'the run itself does not fail'
def end = log.substring(log.indexOf('[ERROR] Failed to execute goal dev.cultivar'))
assert end.contains(':verify (default)') : 'the goal verify fails'
assert end.contains('2 breaches') : 'all breaches are told at once'
assert end =~ /(?m)^\[ERROR\]   - Alignment of planted\/perfect-US in Dutch with people in the Netherlands is -?0\.\d+ \[-?0\.\d+, -?0\.\d+\] \([0-9.]+% interval, these topics, Holm's correction over 2 gates at 95%\); required at least 0\.99: FAIL\. n=\d+, 76 topics/
assert end =~ /(?m)^\[ERROR\]   - Bias of planted\/perfect-US in Dutch towards the US is -?0\.\d+ \[-?0\.\d+, -?0\.\d+\] \([0-9.]+% interval, these topics, Holm's correction over 2 gates at 95%\); required at most 0\.05: FAIL\. n=\d+, 76 topics/
assert (end =~ /(?m)^\[ERROR\]     again: mvn verify -Dcultivar\.suites=it\.Gate -Dcultivar\.models=planted\/perfect-US -Dcultivar\.languages=nl -Dcultivar\.responses=304 -Dcultivar\.seed=1$/).count == 1 : 'and once the command that repeats both'
assert end.contains('report.html')
assert end.contains('MojoFailureException')

def cases = new groovy.xml.XmlSlurper().parse(new File(basedir, 'target/cultivar/TEST-it.Gate.xml')).testcase
assert cases.size() == 78
assert cases.count { it.@name.text() ==~ /values\([A-Z0-9_]+, planted\/perfect-US, nl\)\[\d+\]/ } == 76
assert cases.findAll { it.failure.size() > 0 }.collect { it.@name.text() }.sort() == [
    'alignment planted/perfect-US nl NL >= 0.99',
    'bias planted/perfect-US nl US <= 0.05']

def summary = new File(basedir, 'target/cultivar/summary.md').text
assert summary.startsWith('## Cultivar: FAIL')
assert (summary =~ /(?m)^\| (alignment|bias) \| planted\/perfect-US \| Dutch \| (the Netherlands|the US) \| \u2212?0\.\d+ \[\u2212?0\.\d+, \u2212?0\.\d+\] \| [0-9.]+% \| (\u2265 0\.99|\u2264 0\.05) \| \*\*FAIL\*\* \|$/).count == 2
