def log = new File(basedir, 'build.log').text
assert log.count('BUILD FAILURE') == 3
// Maven lists the breaches behind its last line on the build.
def (managed, set, plugin, breaches) = log.split('BUILD FAILURE')
def failed = /Self-consistency of planted\/uniform in Danish is -?0\.\d+ \[-?0\.\d+, -?0\.\d+\] \(95% interval, these topics\); required at least 0\.99: FAIL/
def outcome = { text, module -> (text =~ /(?m)^\[INFO\] $module \.+ (SUCCESS|FAILURE)/).collect { it[1] } }

// Spring Boot 3.3 manages JUnit 5.10 and Surefire 3.2, 3.5 manages JUnit 5.12 and Surefire 3.5.3.
['boot-3.3.0': '1.10.2', 'boot-3.5.0': '1.12.2'].each { module, platform ->
    assert outcome(managed, module) == ['FAILURE']
    assert managed.contains("Cultivar needs JUnit 5.13 or later, but the class path has JUnit Platform $platform. "
        + 'With spring-boot-starter-parent set the property junit-jupiter.version to 5.13.4')
    assert outcome(set, module) == ['FAILURE']
}
assert outcome(managed, 'boot-4.0.0') == ['FAILURE']
assert (managed =~ failed).find() : 'Spring Boot 4 needs nothing'
assert (set =~ /(?m)^\[ERROR\] Tests run: 6, Failures: 1, Errors: 0, Skipped: 0$/).count == 2
assert !set.contains('Cultivar needs JUnit')

['boot-3.3.0', 'boot-3.5.0', 'boot-4.0.0'].each { module -> assert outcome(plugin, module) == ['FAILURE'] }
assert (breaches =~ "- $failed").count == 3 : 'each by its gate'
true
