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

// The whole folder of classes: a tree, a report, and exit code 1 for the red suite.
def all = console('--scan-class-path=target/test-classes', '--details=tree', '--reports-dir=target/console')
println all.text
assert all.code == 1
['Cultivar', 'GreenGate', 'F120', 'baseline/perfect-DK', 'da [OK]', 'coverage baseline/perfect-DK da >= 0.1 [OK]',
    'da [X] looked at F118 and did not like it'].each { assert all.text.contains(it) : it }
assert all.text =~ /6 tests successful|5 tests successful/
assert all.text =~ /\[ +1 tests failed/

def report = new File(basedir, 'target/console').listFiles().find { it.name =~ /TEST-.*cultivar.*\.xml/ }
assert report != null : 'the legacy XML names its engine'
def cases = new groovy.xml.XmlSlurper().parse(report).testcase
assert cases.size() == 6
assert cases.count { it.failure.size() > 0 } == 1
assert cases.collect { it.@name.text() }.contains('homosexuality(F118, baseline/perfect-DK, da)[1]')
assert report.text.contains('polarity') : 'the figures of a cell are in the report'

// One cell by its unique id, as the details print it.
def id = '[engine:cultivar]/[suite:it.GreenGate]/[topic:F120]/[model:baseline%2Fperfect-DK]/[language:da]'
def verbose = console("--select-unique-id=$id", '--details=verbose')
println verbose.text
assert verbose.code == 0
assert verbose.text.contains("unique-id: $id") || verbose.text.contains(id)
assert verbose.text =~ /\[ +1 tests found/
assert verbose.text =~ /\[ +1 tests successful/

// A whole green class is exit code 0; nothing found is 2 where one asks for that.
assert console('--select-class=it.GreenGate', '--details=none').code == 0
assert console('--select-class=java.lang.String', '--details=none', '--fail-if-no-tests').code == 2
