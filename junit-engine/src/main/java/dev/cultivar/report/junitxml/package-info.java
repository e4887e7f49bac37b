/** JUnit XML, as build servers read it. */
@NullMarked
package dev.cultivar.report.junitxml;

import org.jspecify.annotations.NullMarked;
