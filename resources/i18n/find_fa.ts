<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fa_IR" sourcelanguage="en">
<context>
    <name>SearchBox</name>
    <message>
        <source>Search</source>
        <translation>جست‌وجو</translation>
    </message>
</context>
<context>
    <name>SearchEdit</name>
    <message>
        <source>A name in any spelling, a national code, a telephone; the number of a file, letter or court.</source>
        <translation>نام با هر املا، کد ملی، تلفن؛ شماره پرونده، نامه یا پرونده قضایی</translation>
    </message>
    <message>
        <source>Name, national code, number of a file or letter …</source>
        <translation>جست‌وجوی نام، کد ملی، شماره پرونده یا نامه …</translation>
    </message>
    <message>
        <source>Nothing is found. Try another part of the name or number.</source>
        <translation>چیزی پیدا نشد؛ بخش دیگری از نام یا شماره را بنویسید.</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>جست‌وجو</translation>
    </message>
    <message>
        <source>Search results</source>
        <translation>نتیجه‌های جست‌وجو</translation>
    </message>
</context>
<context>
    <name>SearchRows</name>
    <message>
        <source>Files</source>
        <translation>پرونده‌ها</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>نامه‌ها</translation>
    </message>
    <message>
        <source>Persons</source>
        <translation>مراجعان</translation>
    </message>
</context>
</TS>
