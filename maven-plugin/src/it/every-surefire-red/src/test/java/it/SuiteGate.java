package it;

import org.junit.platform.suite.api.SelectClasses;
import org.junit.platform.suite.api.Suite;

/** The platform's own way to name suites. */
@Suite
@SelectClasses(Suited.class)
class SuiteGate {}
