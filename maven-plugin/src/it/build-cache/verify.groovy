def log = new File(basedir, 'build.log').text
def builds = log.split(/BUILD (?:SUCCESS|FAILURE)/)
assert builds.length == 6

def ran = { it.contains('1 gate passes over 2 cells') }
assert ran(builds[0])
assert !ran(builds[1]) && builds[1].contains('Skipping plugin execution (cached): cultivar:verify') : 'what docs/builds.md warns of'
assert ran(builds[2])
assert ran(builds[3]) && builds[3].contains('Skipping plugin execution (cached): compiler:testCompile')
assert builds[5].contains('No cell was found in ') : 'Maven tells the error after the verdict of the build'
