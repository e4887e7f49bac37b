evaluate(new File(basedir, '../parent/surefire-red.groovy'))
