// A red suite under the Surefire that the build is named after.
def red = evaluate(new File(basedir, '../parent/red-suite.groovy'))
def version = java.util.regex.Pattern.quote((basedir.name =~ /surefire-(.+)-red/)[0][1])
def log = new File(basedir, 'build.log').text
assert log.count('BUILD FAILURE') == 2
assert (log =~ /(?m)^\[ERROR\] \[Help 1\] .*MojoFailureException$/).count == 2
def (cell, whole) = log.split('BUILD FAILURE')
def surefire = /surefire(-plugin)?:${version}:test/
assert cell =~ surefire && whole =~ surefire
red.cell(cell)
red.whole(whole)
assert red.xml().'**'.findAll { it.name() == 'system-out' }*.text().join() =~ /polarity = 0?\.?\d/ : 'the figures of a cell are in the XML'
