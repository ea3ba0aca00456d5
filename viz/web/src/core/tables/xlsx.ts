/**
 * A table as a workbook (ECMA-376). Loaded where somebody asks for one: it brings what packs a file. Text is kept as
 * text (`inlineStr`) and never as a formula, whatever it begins with.
 */

import { strToU8, zipSync } from "fflate";
import { markup } from "../text";
import type { Cell, Table } from "./types.ts";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
/** A spreadsheet holds no more in a cell. */
const LONGEST = 32_767;
const [NARROWEST, WIDEST] = [8, 60];

export const MEDIA = `${TYPE}.sheet`;

export function xlsx(table: Table): Uint8Array<ArrayBuffer> {
  const files: Readonly<Record<string, string>> = {
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${markup(sheetName(table.name))}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    "xl/styles.xml": `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf fontId="0" xfId="0"/><xf fontId="1" xfId="0" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`,
    "xl/worksheets/sheet1.xml": sheet(table),
  };
  const packed = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(HEAD + text)]));
  return new Uint8Array(zipSync(packed));
}

function sheet({ head, rows }: Table): string {
  const widths = head.map((name, at) => Math.max(name.length, ...rows.slice(0, 500).map((row) => String(row[at] ?? "").length)));
  const columns = widths.map((width, at) => `<col min="${String(at + 1)}" max="${String(at + 1)}" width="${String(Math.min(WIDEST, Math.max(NARROWEST, width + 2)))}" customWidth="1"/>`);
  const lines = [head, ...rows].map((row, at) => `<row r="${String(at + 1)}">${row.map((value, column) => cell(value, `${letters(column)}${String(at + 1)}`, at === 0)).join("")}</row>`);
  const frozen = `<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`;
  return `<worksheet xmlns="${MAIN}">${frozen}${columns.length > 0 ? `<cols>${columns.join("")}</cols>` : ""}<sheetData>${lines.join("")}</sheetData></worksheet>`;
}

function cell(value: Cell, at: string, heading: boolean): string {
  const style = heading ? ' s="1"' : "";
  if (typeof value === "number") return Number.isFinite(value) ? `<c r="${at}"${style}><v>${String(value)}</v></c>` : "";
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
