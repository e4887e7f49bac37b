def classPath = [
    new File(basedir, 'target/test-classes').path,
    new File(basedir, 'target/class-path.txt').text.trim()].join(File.pathSeparator)

def console = { String... arguments ->
    def java = new File(System.getProperty('java.home'), 'bin/java').path
    def command = [java, '-XX:TieredStopAtLevel=1', '-cp', classPath, 'org.junit.platform.console.ConsoleLauncher',
        'execute', '--disable-banner', '--disable-ansi-colors', '--details-theme=ascii', '--include-classname=.*Gate'] + (arguments as List)
    def process = new ProcessBuilder(command).directory(basedir).redirectErrorStream(true).start()
    process.outputStream.close()
    def text = process.inputStream.text
    [code: process.waitFor(), text: text]
}
def counts = { run -> (run.text =~ /(?m)^\[ +(\d+) tests (found|skipped|aborted|successful|failed) +\]$/).collect { [it[2], it[1] as int] }.collectEntries() }
def lines = { run -> run.text.readLines()*.replaceFirst(/^[ |'+-]+/, '') }

def check = 'looked at F122 and did not like it'
def failed = /Self-consistency of planted\/uniform in Danish is -?0\.\d+ \[-?0\.\d+, -?0\.\d+\] \(95% interval, these topics\); required at least 0\.99: FAIL\. n=\d+, 5 topics/

// The whole folder of classes: a tree, a report, and exit code 1 for the red suite.
def all = console('--scan-class-path=target/test-classes', '--details=tree', '--reports-dir=target/console')
println all.text
assert all.code == 1
assert counts(all) == [found: 10, skipped: 0, aborted: 0, successful: 8, failed: 2]
assert lines(all).containsAll(['Cultivar [OK]', 'GreenGate [OK]', 'RedGate [OK]', 'F120 Abortion [OK]', 'planted/perfect-DK [OK]', 'F120 planted/perfect-DK in Danish [OK]',
    'gates [OK]', 'coverage of planted/uniform in Danish >= 0.1 [OK]', 'estimate = `1.0`', "F122 planted/uniform in Danish [X] $check" as String])
assert lines(all).any { it =~ "^self-consistency of planted/uniform in Danish >= 0\\.99 \\[X\\] $failed" }

def report = new File(basedir, 'target/console/TEST-cultivar.xml')
def cases = new groovy.xml.XmlSlurper().parse(report).testcase
assert cases.collect { "${it.@classname}: ${it.@name}" as String }.sort() == [
    'it.GreenGate: abortion(F120, planted/perfect-DK, da)[1]',
    'it.GreenGate: coverage planted/perfect-DK da >= 0.1',
    'it.GreenGate: homosexuality(F118, planted/perfect-DK, da)[1]',
    'it.RedGate: consistency planted/uniform da >= 0.99',
    'it.RedGate: coverage planted/uniform da >= 0.1',
    'it.RedGate: fails(F122, planted/uniform, da)[1]',
    'it.RedGate: life(F118, planted/uniform, da)[1]',
    'it.RedGate: life(F119, planted/uniform, da)[2]',
    'it.RedGate: life(F120, planted/uniform, da)[3]',
    'it.RedGate: life(F121, planted/uniform, da)[4]']
assert cases.findAll { it.failure.size() > 0 }.collect { it.@name.text() }.sort() == [
    'consistency planted/uniform da >= 0.99',
    'fails(F122, planted/uniform, da)[1]']
assert cases.find { it.@name.text().startsWith('consistency') }.failure.@message.text() =~ failed
assert report.text.contains('polarity') : 'the figures of a cell are in the report'

// One cell by its unique id, as the details print it: red again, alone, and no gate speaks.
def id = '[engine:cultivar]/[suite:it.RedGate]/[topic:F122]/[model:planted%2Funiform]/[language:da]'
def cell = console("--select-unique-id=$id", '--details=verbose')
println cell.text
assert cell.code == 1
assert counts(cell) == [found: 1, skipped: 0, aborted: 0, successful: 0, failed: 1]
assert lines(cell).containsAll(["uniqueId: $id" as String, "caught: java.lang.AssertionError: $check" as String, 'status: [X] FAILED'])
assert !(cell.text =~ failed)

// A gate by its unique id asks every cell that it speaks of.
def gate = console('--select-unique-id=[engine:cultivar]/[suite:it.RedGate]/[gates:gates]/[gate:consistency planted%2Funiform da]', '--details=flat')
println gate.text
assert gate.code == 1
assert counts(gate) == [found: 1, skipped: 0, aborted: 0, successful: 0, failed: 1]
assert gate.text =~ "=> Exception: org.opentest4j.AssertionFailedError: $failed"

// A whole green class is exit code 0; nothing found is 2 where one asks for that.
assert console('--select-class=it.GreenGate', '--details=none').code == 0
assert console('--select-class=java.lang.String', '--details=none', '--fail-if-no-tests').code == 2
