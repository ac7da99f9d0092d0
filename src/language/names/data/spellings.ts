/**
 * Given names that Latin letters write in several ways beyond what sound tells, as facts listed by hand:
 * one name a line, the ways in lower case.
 */
export const GIVEN_NAME_SPELLINGS = `
mohammed muhammad mohamed mohammad muhammed mohamad muhamad mohamud
yusuf youssef yousef yusef yousuf youssouf yousaf
ahmed ahmad akhmed achmed
hussein husain hussain hossein husayn hussien houssein
hassan hasan hassen
omar umar
osama usama
abdullah abdallah abdulla abdoulaye
khaled khalid
saeed said saied
ali aly
ibrahim ebrahim ibraheem
ismail esmail ismael
mahmoud mahmud
moussa musa mousa
mustafa mostafa moustapha mustapha
rashid rasheed rachid
yahya yehia yahia
fatima fatema fatimah
zainab zeinab zaynab
sergei sergey serguei sergej
aleksandr alexander alexandr oleksandr
aleksei alexei alexey aleksey
yevgeny evgeny evgeni yevgeni evgenii
dmitri dmitry dmitriy dimitri
yuri yury iouri jurij
andrei andrey
vitaly vitali vitaliy
gennady gennadi gennadiy
vasily vasili vassily
sergiy serhiy serhii
mikhail michail mikhael
nikolai nikolay nicolai
tatiana tatyana tatjana
yulia julia iulia yuliya
`;

/** Given names that given-names.ts leaves out because they are words besides, or lacks: "name pronoun". */
export const MORE_GIVEN_NAMES = `
bill he
bo -
max he
kofi he
giorgia she
ivo he
rose she
hazel she
daisy she
ruby she
lily she
ivy she
penny she
robin -
jay he
`;
