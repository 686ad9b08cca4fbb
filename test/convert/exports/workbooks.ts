import { textRow, workbookBytes } from '../read/workbookFile';
import type { ExportCase } from './exportCase';

/** Excel workbooks, made by a script as programs write them. */
export const workbookExports: readonly ExportCase[] = [
	{
		system: 'Excel workbook',
		shape: 'title row, IDs as text with their zeros, a blank row below the title',
		fileName: 'roster.xlsx',
		content: workbookBytes({
			sheets: {
				Students: [
					textRow(1, ['District students, November 2026']),
					textRow(3, [
						'Student ID',
						'Last Name',
						'First Name',
						'Gender',
						'Race',
						'Home Language',
						'FRL',
						'504',
					]),
					textRow(4, ['00012', 'Ames', 'Lee', 'Female', 'White', 'English', 'Free', 'No']),
					textRow(5, ['00013', 'Muñoz', 'José', 'Male', 'Asian', 'Tagalog', 'Paid', 'Yes']),
					textRow(6, ['00014', 'Dole', 'Pat', 'Nonbinary', 'Two or more races', 'Somali', 'Reduced', 'No']),
				].join(''),
			},
		}),
		settled: {
			Student_id: ['name', 'Student ID'],
			Gender: ['name', 'Gender'],
			Race: ['name', 'Race'],
			Home_language: ['name', 'Home Language'],
			Frl_status: ['name', 'FRL'],
			'ext.section_504_status': ['name', '504'],
		},
		open: [],
		roster: `Student_id,Last_name,First_name,Gender,Race,Home_language,Frl_status
00012,Ames,Lee,F,W,English,F
00013,Muñoz,José,M,A,Tagalog,N
00014,Dole,Pat,X,M,Somali,R
`,
		extension: `sis_id,ext.section_504_status
00012,No
00013,Yes
00014,No
`,
	},
	{
		system: 'Excel workbook',
		shape: 'two sheets with rows, of which one is chosen; IDs as numbers',
		fileName: 'two_sheets.xlsx',
		content: workbookBytes({
			sheets: {
				Codes: textRow(1, ['Code', 'Meaning']) + textRow(2, ['1', 'White']) + textRow(3, ['2', 'Asian']),
				Students: [
					textRow(1, ['Student ID', 'Last Name', 'First Name', 'Sex', 'Migrant']),
					'<row r="2"><c><v>12</v></c><c t="inlineStr"><is><t>Ames</t></is></c><c t="inlineStr"><is><t>Lee</t></is></c><c t="inlineStr"><is><t>F</t></is></c><c t="b"><v>0</v></c></row>',
					'<row r="3"><c><v>13</v></c><c t="inlineStr"><is><t>Banks</t></is></c><c t="inlineStr"><is><t>Joy</t></is></c><c t="inlineStr"><is><t>M</t></is></c><c t="b"><v>1</v></c></row>',
				].join(''),
			},
		}),
		sheet: 'Students',
		settled: {
			Student_id: ['name', 'Student ID'],
			Gender: ['name', 'Sex'],
			'ext.migrant_status': ['name', 'Migrant'],
		},
		open: [],
		decisions: { sheet: 'Students' },
		roster: `Student_id,Last_name,First_name,Gender
12,Ames,Lee,F
13,Banks,Joy,M
`,
		extension: `sis_id,ext.migrant_status
12,No
13,Yes
`,
	},
];
