/*
 * The .norm language, version 1. The reference with one example a rule is docs/language.md.
 *
 * Line breaks mean nothing. The words that begin a clause are reserved; the other words of the language
 * (into, as, from, scale, ...) are names wherever a name may stand.
 */
grammar Norm;

file
    : declaration* EOF
    ;

declaration
    : NORM name (LPAREN (constant (COMMA constant)*)? RPAREN)? body
    ;

body
    : LBRACE clauses RBRACE
    ;

clauses
    : (clause | SEMI)*
    ;

constant
    : name ASSIGN MINUS? NUMBER
    ;

clause
    : INPUT tensor (COMMA tensor)*                          # inputClause
    | MASK tensor (COMMA tensor)*                           # maskClause
    | PARAM initialized (COMMA initialized)*                # paramClause
    | STATE initialized (COMMA initialized)*                # stateClause
    | UPDATE name ASSIGN expression                         # updateClause
    | INIT name ASSIGN expression FROM tensor (COMMA tensor)* # initClause
    | TRACK name AS name axes? ASSIGN expression rate       # trackEquationClause
    | TRACK rate                                            # trackCardClause
    | OUTPUT name ASSIGN expression                         # outputClause
    | REDUCE axis (COMMA axis)*                             # reduceClause
    | GROUP name INTO (name | NUMBER)                       # groupClause
    | SUBTRACT name                                         # subtractClause
    | DIVIDE name                                           # divideClause
    | EPSILON expression                                    # epsilonClause
    | AFFINE affine (COMMA affine)*                         # affineClause
    | name ASSIGN expression                                # equationClause
    ;

rate
    : (DECAY | MOMENTUM) expression UNBIASED?
    | CUMULATIVE UNBIASED?
    ;

affine
    : (SCALE | SHIFT) name axes? (ASSIGN expression)?
    ;

tensor
    : name axes?
    ;

initialized
    : name axes? ASSIGN expression
    ;

axes
    : LBRACK (axis (COMMA axis)*)? RBRACK
    ;

axis
    : DOTS
    | name (ASSIGN name (STAR name)+)?
    ;

expression
    : <assoc = right> expression CARET expression                   # power
    | MINUS expression                                              # negation
    | expression (STAR | SLASH) expression                          # product
    | expression (PLUS | MINUS) expression                          # sum
    | expression (LT | LE | GT | GE | EQ | NE) expression           # comparison
    | name LBRACK over (SEMI expression)? RBRACK arguments?         # reduction
    | name arguments                                                # call
    | name                                                          # reference
    | NUMBER                                                        # number
    | LPAREN expression RPAREN                                      # parentheses
    ;

over
    : axisUse (COMMA axisUse)*
    ;

axisUse
    : DOTS
    | name (ARROW name)?
    ;

arguments
    : LPAREN (expression (COMMA expression)*)? RPAREN
    ;

name
    : ID
    | INTO
    | AS
    | FROM
    | SCALE
    | SHIFT
    | DECAY
    | MOMENTUM
    | CUMULATIVE
    | UNBIASED
    ;

NORM     : 'norm' ;
INPUT    : 'input' ;
PARAM    : 'param' ;
MASK     : 'mask' ;
STATE    : 'state' ;
UPDATE   : 'update' ;
INIT     : 'init' ;
OUTPUT   : 'output' ;
REDUCE   : 'reduce' ;
GROUP    : 'group' ;
SUBTRACT : 'subtract' ;
DIVIDE   : 'divide' ;
EPSILON  : 'epsilon' ;
AFFINE   : 'affine' ;
TRACK    : 'track' ;

INTO       : 'into' ;
AS         : 'as' ;
FROM       : 'from' ;
SCALE      : 'scale' ;
SHIFT      : 'shift' ;
DECAY      : 'decay' ;
MOMENTUM   : 'momentum' ;
CUMULATIVE : 'cumulative' ;
UNBIASED   : 'unbiased' ;

LBRACE : '{' ;
RBRACE : '}' ;
LBRACK : '[' ;
RBRACK : ']' ;
LPAREN : '(' ;
RPAREN : ')' ;
COMMA  : ',' ;
SEMI   : ';' ;
DOTS   : '..' ;
ARROW  : '->' ;
EQ     : '==' ;
NE     : '!=' ;
LE     : '<=' ;
GE     : '>=' ;
LT     : '<' ;
GT     : '>' ;
ASSIGN : '=' ;
PLUS   : '+' ;
MINUS  : '-' ;
STAR   : '*' ;
SLASH  : '/' ;
CARET  : '^' ;

NUMBER : (DIGIT+ ('.' DIGIT+)? | '.' DIGIT+) ([eE] [+-]? DIGIT+)? ;
ID     : [a-zA-Z] [a-zA-Z0-9_]* ;

DOC     : '///' ~[\r\n]* -> channel(HIDDEN) ;
COMMENT : '//' ~[\r\n]* -> skip ;
SPACE   : [ \t\r\n\uFEFF]+ -> skip ;

// The last rule: every character is some token, so the lexer itself never fails.
UNKNOWN : . ;

fragment DIGIT : [0-9] ;
