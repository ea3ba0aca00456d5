/**
 * A table as a workbook (ECMA-376). Loaded where somebody asks for one: it brings what packs a file. Text is kept as
 * text (`inlineStr`) and never as a formula, whatever it begins with.
 */

import { strToU8, zipSync } from "fflate";
import { markup } from "../text";
import type { Cell, Sheet, Table } from "./types.ts";
import { plain, tidy } from "./utils.ts";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
/** A spreadsheet holds no more in a cell. */
const LONGEST = 32_767;
const [NARROWEST, WIDEST] = [8, 60];

export const MEDIA = `${TYPE}.sheet`;

/** How a cell looks: as in `cellXfs` below. */
const STYLE = { plain: 0, heading: 1, share: 2, day: 3, moment: 4 } as const;

export function xlsx(table: Table, about?: Sheet): Uint8Array<ArrayBuffer> {
  const second = about === undefined ? null : { override: `<Override PartName="/xl/worksheets/sheet2.xml" ContentType="${TYPE}.worksheet+xml"/>`, sheet: `<sheet name="${markup(sheetName(about.name))}" sheetId="2" r:id="rId3"/>`, relation: `<Relationship Id="rId3" Type="${OFFICE}/worksheet" Target="worksheets/sheet2.xml"/>` };
  const files: Readonly<Record<string, string>> = {
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/>${second?.override ?? ""}<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${markup(sheetName(table.name))}" sheetId="1" r:id="rId1"/>${second?.sheet ?? ""}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/>${second?.relation ?? ""}</Relationships>`,
    "xl/styles.xml": `<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="0.0%"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf fontId="0" xfId="0"/><xf fontId="1" xfId="0" applyFont="1"/><xf numFmtId="164" fontId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="14" fontId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="165" fontId="0" xfId="0" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`,
    "xl/worksheets/sheet1.xml": sheet(table),
    ...(about !== undefined && { "xl/worksheets/sheet2.xml": beside(about) }),
  };
  const packed = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(HEAD + text)]));
  return new Uint8Array(zipSync(packed));
}

function sheet({ head, rows }: Table): string {
  const widths = head.map((name, at) => Math.max(name.length, ...rows.slice(0, 500).map((row) => plain(row[at] ?? "").length)));
  const columns = widths.map((width, at) => `<col min="${String(at + 1)}" max="${String(at + 1)}" width="${String(Math.min(WIDEST, Math.max(NARROWEST, width + 2)))}" customWidth="1"/>`);
  const lines = [head, ...rows].map((row, at) => `<row r="${String(at + 1)}">${row.map((value, column) => cell(value, `${letters(column)}${String(at + 1)}`, at === 0)).join("")}</row>`);
  const frozen = `<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`;
  return `<worksheet xmlns="${MAIN}">${frozen}${columns.length > 0 ? `<cols>${columns.join("")}</cols>` : ""}<sheetData>${lines.join("")}</sheetData></worksheet>`;
}

/** What a table is of: a name and what it is, a line each. */
function beside({ rows }: Sheet): string {
  const lines = rows.map(([name, value], at) => `<row r="${String(at + 1)}">${cell(name, `A${String(at + 1)}`, true)}${cell(value, `B${String(at + 1)}`, false)}</row>`);
  const columns = `<cols><col min="1" max="1" width="24" customWidth="1"/><col min="2" max="2" width="${String(2 * WIDEST)}" customWidth="1"/></cols>`;
  return `<worksheet xmlns="${MAIN}">${columns}<sheetData>${lines.join("")}</sheetData></worksheet>`;
}

function number(value: number, at: string, style: number): string {
  return Number.isFinite(value) ? `<c r="${at}"${style === STYLE.plain ? "" : ` s="${String(style)}"`}><v>${String(tidy(value))}</v></c>` : "";
}

/** Days since the beginning of 1900 as a spreadsheet counts them, by the clock of whoever looks; `null` for what is no day. */
function serial(iso: string): number | null {
  const moment = new Date(iso.length === 10 ? `${iso}T00:00:00Z` : iso);
  const away = iso.length === 10 ? 0 : moment.getTimezoneOffset() * 60_000;
  const found = (moment.getTime() - away - Date.UTC(1899, 11, 30)) / 86_400_000;
  return Number.isFinite(found) && found > 60 ? Math.round(found * 86_400) / 86_400 : null;
}

function cell(value: Cell, at: string, heading: boolean): string {
  const style = heading ? ` s="${String(STYLE.heading)}"` : "";
  if (typeof value === "number") return number(value, at, heading ? STYLE.heading : STYLE.plain);
  if (typeof value !== "string") {
    if ("share" in value) return number(value.share, at, STYLE.share);
    const days = serial(value.day);
    return days === null ? cell(value.day, at, heading) : number(days, at, value.day.length === 10 ? STYLE.day : STYLE.moment);
  }
  if (value === "") return "";
  return `<c r="${at}" t="inlineStr"${style}><is><t xml:space="preserve">${markup(value.slice(0, LONGEST))}</t></is></c>`;
}

/** A name that a sheet may have: at most 31 letters, and none that stands for something else in a formula. */
function sheetName(name: string): string {
  return name.replaceAll(/[[\]:*?/\\]/g, " ").replaceAll(/^'+|'+$/g, "").slice(0, 31).trim() || "Ploeg";
}

function letters(column: number): string {
  const before = column < 26 ? "" : letters(Math.floor(column / 26) - 1);
  return before + String.fromCharCode(65 + (column % 26));
}
