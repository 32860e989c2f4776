/** Element of the file that says what became of its check. */
export const checkBoxId = 'golive-check'
