def red = evaluate(new File(basedir, '../parent/red-suite.groovy'))
def log = new File(basedir, 'build.log').text
def modules = new groovy.xml.XmlSlurper().parse(new File(basedir, 'pom.xml')).modules.module*.text()
assert modules.size() == 26
assert log.count('BUILD FAILURE') == 2
def (methods, wholes) = log.split('BUILD FAILURE')
// What one module printed, from the line that starts its runner on.
def part = { text, module ->
    def (runner, version) = module.split('-')
    def start = text =~ /--- (maven-)?$runner(-plugin)?:${java.util.regex.Pattern.quote(version)}:(test|integration-test) .*@ $module ---/
    assert start.find() : "$module did not run"
    def rest = text.substring(start.end())
    def end = rest =~ /Building .*\[\d+\/\d+\]|Reactor Summary/
    assert end.find()
    rest.substring(0, end.start())
}
modules.each { module ->
    def summary = { text -> (text =~ /(?m)^\[INFO\] $module \.+ (SUCCESS|FAILURE)/).collect { it[1] } }
    assert summary(wholes) == ['FAILURE'] : "$module is green for failed gates"

    def whole = part(wholes, module)
    assert (whole =~ /(?m)^\[ERROR\] Tests run: 23, Failures: 4, Errors: 1, Skipped: 0$/).find() : module
    def folder = new File(basedir, "$module/target/${module.split('-')[0]}-reports")
    red.xml("$module/target/${folder.name}")
    assert new groovy.xml.XmlSlurper().parse(new File(folder, 'TEST-it.FailingGate.xml'))
        .'**'.findAll { it.name() == 'system-out' }*.text().join() =~ /polarity = 0?\.?\d/ : 'the figures of a cell are in the XML'
    def reds = folder.listFiles().findAll { it.name.startsWith('TEST-') }.collectMany { file ->
        new groovy.xml.XmlSlurper().parse(file).testcase
            .findAll { it.failure.size() + it.error.size() > 0 }
            .collect { "${it.@classname}: ${it.@name}" as String }
    }
    assert reds.sort() == [
        'it.FailingGate: consistency planted/uniform da >= 0.99',
        'it.FailingGate: fails(F122, planted/uniform, da)[1]',
        'it.GroupGate$Inner: consistency planted/uniform da >= 0.99',
        'it.Suited: consistency planted/uniform da >= 0.99',
        'it.UngatedGate: no gate'] : module
    assert whole.contains('it.UngatedGate declares no gate')

    if (module.startsWith('surefire')) {
        assert summary(methods) == ['FAILURE']
        red.cell(part(methods, module), "$module/target/cell")
    }
}
true
