// A comment in another encoding.
new File(basedir, 'src/main/norm/latin.norm').setText('norm Latin { input x[N, D] reduce D epsilon 1e-5 }\n// \u00fc\n', 'ISO-8859-1')
true
