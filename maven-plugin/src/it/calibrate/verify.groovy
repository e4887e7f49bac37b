import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').text
assert log.contains("wrong.csv:3: stance 'against' is not pro, con or neutral")
assert log.contains("wrong.csv:4: has no 'language'")
assert log.contains('calibration.json cannot be read (NoSuchFileException)')
assert log.contains("Cohen's kappa")

def calibration = new JsonSlurper().parse(new File(basedir, 'calibration.json'))
assert calibration.schema == 'cultivar-calibration/2'
assert calibration.prompt ==~ /[0-9a-f]{16}/
assert calibration.judge == 'judge'
assert calibration.failed == 0
// one of sixty statements, which people call con and the judge pro
assert calibration.languages.en.confusion == [[29, 0, 0], [1, 24, 0], [0, 0, 6]] : calibration.languages.en.confusion
// one of six batches: five of nine pro by the judge, four by people
def error = (5 / 9 - 4 / 9) / 6
assert Math.abs(calibration.overall.polarityError.value - error) < 1e-9

def results = new JsonSlurper().parse(new File(basedir, 'target/cultivar/results.json'))
def judge = results.run.suites[0].judge
assert judge.calibrated
assert judge.calibration == 'calibration.json'
assert Math.abs(judge.reliability - (1 - error)) < 1e-9
def us = results.results.find { it.statistic == 'alignment' && it.population == 'US' }
def asJudged = (us.note =~ /corrected for the judge's errors, as judged (0\.\d+)/)[0][1] as double
assert us.estimate > asJudged
