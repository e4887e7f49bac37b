def red = evaluate(new File(basedir, '../parent/red-suite.groovy'))
def log = new File(basedir, 'build.log').text
assert log.count('BUILD FAILURE') == 2
assert (log =~ /(?m)^\[ERROR\] \[Help 1\] .*MojoFailureException$/).count == 2
assert log.count('Failed to execute goal org.apache.maven.plugins:maven-failsafe-plugin:') == 2
assert (log =~ /maven-failsafe-plugin:[0-9.]+:verify \(default\) on project/).count == 2 : 'the tests run first, the build fails later'
def (cell, whole) = log.split('BUILD FAILURE')
red.cell(cell)
red.whole(whole)
red.xml('target/failsafe-reports')
true
