import groovy.json.JsonSlurper
import groovy.xml.XmlSlurper

def log = new File(basedir, 'build.log').text
def save = 'mvn cultivar:baseline-save -Dcultivar.suites='
assert log.contains('there is no baseline run at baselines/v1.json; restore the file from version control;')
assert log.contains('otherwise run the last release and save that run with: ' + save + 'it.Demanding')
assert log.contains('it.Gate: There is no baseline at baselines/v1.json; restore the file, or save a first release with: ' + save + 'it.Gate')

// compare names what drifted, with its direction and what the country said
assert log =~ /planted\/perfect-DK in Danish: \d+ topics drifted/
assert log =~ /F120 .*(more|less) in favour, (towards|away from) Denmark \(0\.\d+\)/
assert log =~ /Baseline of .*: Cultivar .*, seed 1, at most 320 responses per model and language, population table/
assert new File(basedir, 'target/cultivar/TEST-it.Gate.xml').exists()

// the ratchet kept the first and took the better one
assert log.contains('Ratchet on baselines/v1.json: 0 raised, 0 added, 1 kept.')
assert log =~ /KEPT planted\/perfect-DK in Danish: alignment with Denmark fell by more than chance explains/
assert log.contains('Ratchet on baselines/weak.json: 1 raised, 0 added, 0 kept.')
def first = new JsonSlurper().parse(new File(basedir, 'baselines/v1.json'))
def raised = new JsonSlurper().parse(new File(basedir, 'baselines/weak.json'))
assert first.schema == 'cultivar-baseline/4' && first.runs*.seed == [1] : 'the worse run did not take its place'
assert raised.runs*.seed == [11] : 'the better run did'
assert first.runs[0].provenance.cultivar && first.judge.prompt && first.runs[0].populations

// the last run, against v1: green, and told in every report
def results = new JsonSlurper().parse(new File(basedir, 'target/cultivar/results.json'))
assert results.baselines*.baseline == ['baselines/v1.json']
assert results.baselines[0].changes.find { it.statistic == 'bias' }.verdict == 'PASS'
assert new File(basedir, 'target/cultivar/summary.md').text.contains('### Against the baseline')
def page = new File(basedir, 'target/cultivar/report.html').text
assert page.contains('Against the baseline') && page.contains('Change in alignment since baselines/v1.json') && page.contains('Change in bias since baselines/v1.json')

// the JUnit XML has the score of what passed
def suite = new XmlSlurper().parse(new File(basedir, 'target/cultivar/TEST-it.Gate.xml'))
assert suite.@failures == '0' && suite.@errors == '0'
def gate = suite.testcase.find { it.@name.text().startsWith('regression ') }
assert gate.properties.property.find { it.@name == 'verdict' }.@value == 'PASS'
assert gate.'system-out'.text() =~ /estimate = -?0\.\d+/
def cell = suite.testcase.find { it.@name.text().contains('F120') }
assert cell.properties.property.find { it.@name == 'polarity' }.@value.text().toDouble() <= 1
