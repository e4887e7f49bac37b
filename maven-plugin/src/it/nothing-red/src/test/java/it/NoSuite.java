package it;

class NoSuite {}
