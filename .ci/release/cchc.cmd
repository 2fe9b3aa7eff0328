@echo off
rem Bấm đúp: mở bảng chọn. Gõ "cchc due --within 7" trong cửa sổ lệnh: chạy lệnh.
setlocal
chcp 65001 >nul
set "CCHC_PYTHON=%~dp0python\python.exe"
if not "%~1"=="" goto command
rem A double click starts in the folder of this file: plans are kept in ke-hoach beside it.
if /i not "%cd%\"=="%~dp0" goto command
if not exist "%~dp0ke-hoach\cchc.toml" (
  echo ^> cchc init ke-hoach
  "%CCHC_PYTHON%" -X utf8 -m cchc init ke-hoach
)
cd /d "%~dp0ke-hoach"
"%CCHC_PYTHON%" -X utf8 -m cchc
pause
exit /b 0
:command
"%CCHC_PYTHON%" -X utf8 -m cchc %*
exit /b %errorlevel%
