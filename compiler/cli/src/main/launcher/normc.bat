@echo off
rem The command normc: finds Java 17 or later, and gives it the vector module where it has it and the
rem command asks what vectors do.
rem
rem   JAVA_HOME        which Java; otherwise the one on the PATH
rem   NORMC_JAVA_OPTS  options for Java, such as -Xmx8g
setlocal DisableDelayedExpansion

set "JAVA=java.exe"
if defined JAVA_HOME (
  set "JAVA=%JAVA_HOME%\bin\java.exe"
) else (
  where /q java.exe
  if errorlevel 1 (
    echo normc: there is no java on the PATH: install a JDK, 17 or later, or let JAVA_HOME name one>&2
    exit /b 127
  )
)
if defined JAVA_HOME if not exist "%JAVA%" (
  echo normc: JAVA_HOME is "%JAVA_HOME%", where there is no bin\java.exe: let it name a JDK, 17 or later>&2
  exit /b 127
)

"%JAVA%" --list-modules 2>nul | findstr /r /c:"^java\.base@1[7-9]" /c:"^java\.base@[2-9][0-9]" >nul
if errorlevel 1 (
  echo normc: "%JAVA%" is older than Java 17: let JAVA_HOME name a newer one>&2
  exit /b 127
)

set "VECTOR="
set "KERNELS="
if /i "%~1"=="run" set "KERNELS=1"
if /i "%~1"=="bench" set "KERNELS=1"
if /i "%~1"=="explain" set "KERNELS=1"
if defined KERNELS (
  "%JAVA%" --list-modules | findstr /b /c:"jdk.incubator.vector@" >nul
  if not errorlevel 1 set "VECTOR=--add-modules jdk.incubator.vector"
)
"%JAVA%" %VECTOR% %NORMC_JAVA_OPTS% -jar "%~dp0normc.jar" %*
exit /b %ERRORLEVEL%
