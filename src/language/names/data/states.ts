/**
 * What territories.ts does not say of the states of the world, as facts listed by hand:
 * "CODE|demonyms|capital|further names". Demonyms and names are parted by commas. A demonym's plural
 * in -s is understood. Extend it freely; the longest name wins where one is part of another.
 */
export const STATES = `
AD|Andorran|Andorra la Vella|
AE|Emirati|Abu Dhabi|UAE,Emirates
AF|Afghan|Kabul|
AG|Antiguan|Saint John's|
AL|Albanian|Tirana|
AM|Armenian|Yerevan|
AO|Angolan|Luanda|
AR|Argentine,Argentinian,Argentinean|Buenos Aires|
AT|Austrian|Vienna|
AU|Australian,Aussie|Canberra|
AZ|Azerbaijani,Azeri|Baku|
BA|Bosnian|Sarajevo|Bosnia-Herzegovina
BB|Barbadian|Bridgetown|
BD|Bangladeshi|Dhaka|
BE|Belgian|Brussels|
BF|Burkinabe|Ouagadougou|
BG|Bulgarian|Sofia|
BH|Bahraini|Manama|
BI|Burundian|Gitega|
BJ|Beninese|Porto-Novo|
BN|Bruneian|Bandar Seri Begawan|
BO|Bolivian|La Paz|
BR|Brazilian|Brasilia|
BS|Bahamian|Nassau|
BT|Bhutanese|Thimphu|
BW|Motswana,Batswana|Gaborone|
BY|Belarusian,Belarussian|Minsk|Byelorussia
BZ|Belizean|Belmopan|
CA|Canadian|Ottawa|
CD|Congolese|Kinshasa|Democratic Republic of the Congo,Democratic Republic of Congo,DR Congo,DRC
CF|Central African|Bangui|
CG||Brazzaville|Republic of the Congo,Republic of Congo
CH|Swiss|Bern|
CI|Ivorian|Yamoussoukro|Ivory Coast,Cote d'Ivoire
CL|Chilean|Santiago|
CM|Cameroonian|Yaounde|
CN|Chinese|Beijing|People's Republic of China,PRC
CO|Colombian|Bogota|
CR|Costa Rican|San Jose|
CU|Cuban|Havana|
CV|Cape Verdean|Praia|
CY|Cypriot|Nicosia|
CZ|Czech|Prague|
DE|German|Berlin|Federal Republic of Germany
DJ|Djiboutian|Djibouti|
DK|Danish,Dane|Copenhagen|
DO||Santo Domingo|
DZ|Algerian|Algiers|
EC|Ecuadorian,Ecuadorean|Quito|
EE|Estonian|Tallinn|
EG|Egyptian|Cairo|
ER|Eritrean|Asmara|
ES|Spanish,Spaniard|Madrid|
ET|Ethiopian|Addis Ababa|
FI|Finnish,Finn|Helsinki|
FJ|Fijian|Suva|
FR|French,Frenchman,Frenchwoman|Paris|
GA|Gabonese|Libreville|
GB|British,Briton,Brit|London|UK,U.K.,Great Britain,Britain
GE|Georgian|Tbilisi|
GH|Ghanaian|Accra|
GL|Greenlandic,Greenlander|Nuuk|
GM|Gambian|Banjul|The Gambia
GN|Guinean|Conakry|
GQ|Equatoguinean|Malabo|
GR|Greek|Athens|
GT|Guatemalan|Guatemala City|
GY|Guyanese|Georgetown|
HN|Honduran|Tegucigalpa|
HR|Croatian,Croat|Zagreb|
HT|Haitian|Port-au-Prince|
HU|Hungarian|Budapest|
ID|Indonesian|Jakarta|
IE|Irish,Irishman,Irishwoman|Dublin|Republic of Ireland
IL|Israeli|Jerusalem|
IN|Indian|New Delhi|
IQ|Iraqi|Baghdad|
IR|Iranian|Tehran|Islamic Republic of Iran
IS|Icelandic,Icelander|Reykjavik|
IT|Italian|Rome|
JM|Jamaican|Kingston|
JO|Jordanian|Amman|
JP|Japanese|Tokyo|
KE|Kenyan|Nairobi|
KG|Kyrgyz|Bishkek|Kirghizia
KH|Cambodian|Phnom Penh|
KM|Comorian|Moroni|
KP|North Korean|Pyongyang|DPRK,Democratic People's Republic of Korea
KR|South Korean|Seoul|Republic of Korea
KW|Kuwaiti|Kuwait City|
KZ|Kazakh,Kazakhstani|Astana|
LA|Laotian,Lao|Vientiane|
LB|Lebanese|Beirut|
LK|Sri Lankan|Colombo|
LR|Liberian|Monrovia|
LS|Basotho|Maseru|
LT|Lithuanian|Vilnius|
LU|Luxembourgish,Luxembourger|Luxembourg|
LV|Latvian|Riga|
LY|Libyan|Tripoli|
MA|Moroccan|Rabat|
MC|Monegasque|Monaco|
MD|Moldovan|Chisinau|Moldavia
ME|Montenegrin|Podgorica|
MG|Malagasy|Antananarivo|
MK|Macedonian,North Macedonian|Skopje|
ML|Malian|Bamako|
MM|Burmese|Naypyidaw|Burma
MN|Mongolian|Ulaanbaatar|
MR|Mauritanian|Nouakchott|
MT|Maltese|Valletta|
MU|Mauritian|Port Louis|
MV|Maldivian||
MW|Malawian|Lilongwe|
MX|Mexican|Mexico City|
MY|Malaysian|Kuala Lumpur|
MZ|Mozambican|Maputo|
NA|Namibian|Windhoek|
NE|Nigerien|Niamey|
NG|Nigerian|Abuja|
NI|Nicaraguan|Managua|
NL|Dutch,Dutchman,Dutchwoman|Amsterdam|Holland,The Netherlands
NO|Norwegian|Oslo|
NP|Nepali,Nepalese|Kathmandu|
NZ|New Zealander|Wellington|
OM|Omani|Muscat|
PA|Panamanian|Panama City|
PE|Peruvian|Lima|
PG|Papua New Guinean|Port Moresby|
PH|Filipino,Filipina,Philippine|Manila|
PK|Pakistani|Islamabad|
PL|Polish,Pole|Warsaw|
PR|Puerto Rican|San Juan|
PS|Palestinian|Ramallah|
PT|Portuguese|Lisbon|
PY|Paraguayan|Asuncion|
QA|Qatari|Doha|
RO|Romanian|Bucharest|
RS|Serbian,Serb|Belgrade|
RU|Russian|Moscow|Russian Federation
RW|Rwandan|Kigali|
SA|Saudi,Saudi Arabian|Riyadh|Kingdom of Saudi Arabia
SB||Honiara|
SC|Seychellois|Victoria|
SD|Sudanese|Khartoum|
SE|Swedish,Swede|Stockholm|
SG|Singaporean|Singapore|
SI|Slovenian,Slovene|Ljubljana|
SK|Slovak,Slovakian|Bratislava|Slovak Republic
SL|Sierra Leonean|Freetown|
SN|Senegalese|Dakar|
SO|Somali,Somalian|Mogadishu|
SR|Surinamese|Paramaribo|
SS|South Sudanese|Juba|
SV|Salvadoran,Salvadorean|San Salvador|
SY|Syrian|Damascus|
SZ|Swazi|Mbabane|
TD|Chadian|N'Djamena|
TG|Togolese|Lome|
TH|Thai|Bangkok|
TJ|Tajik|Dushanbe|
TL|Timorese|Dili|
TM|Turkmen|Ashgabat|
TN|Tunisian|Tunis|
TO|Tongan|Nuku'alofa|
TR|Turkish,Turk|Ankara|Turkiye
TT|Trinidadian|Port of Spain|
TW|Taiwanese|Taipei|
TZ|Tanzanian|Dodoma|
UA|Ukrainian|Kyiv|
UG|Ugandan|Kampala|
US|American|Washington|U.S.,USA,U.S.A.,United States of America,America
UY|Uruguayan|Montevideo|
UZ|Uzbek|Tashkent|
VA|||Holy See,Vatican
VE|Venezuelan|Caracas|
VN|Vietnamese|Hanoi|
XK|Kosovan,Kosovar|Pristina|
YE|Yemeni|Sanaa|
ZA|South African|Pretoria|
ZM|Zambian|Lusaka|
ZW|Zimbabwean|Harare|
`;

/** Adjectives of parts of states, and their place. */
export const REGION_ADJECTIVES = `
English|England
Scottish|Scotland
Welsh|Wales
Northern Irish|Northern Ireland
Catalan|Catalonia
Chechen|Chechnya
Crimean|Crimea
Californian|California
Texan|Texas
Bavarian|Bavaria
Siberian|Siberia
Kurdish|Kurdistan
Tibetan|Tibet
Basque|Basque Country
Central Asian|Central Asia
Latin American|Latin America
South American|South America
North American|North America
Central American|Central America
West African|West Africa
East African|East Africa
Middle Eastern|Middle East
Southeast Asian|Southeast Asia
`;

/** Parts of states and wider regions that the table of cities leaves out. */
export const REGIONS = `
England|Scotland|Wales|Northern Ireland|Catalonia|Kurdistan|Tibet|Xinjiang|Kashmir|Donetsk|Luhansk|Donbas|Donbass|Crimea
Gaza Strip|West Bank|East Jerusalem|Golan Heights|Darfur|Hong Kong|Brooklyn|Manhattan|Queens|Bronx|Hollywood|Silicon Valley
Europe|Asia|Africa|North America|South America|Latin America|Central America|Central Asia|Middle East|Western Europe
Eastern Europe|Central Europe|Southeast Asia|South Asia|East Asia|North Africa|West Africa|East Africa|Scandinavia|Balkans
Caucasus|Caribbean|Antarctica|Arctic|Persian Gulf|Black Sea|Red Sea|Baltic Sea|Mediterranean|South China Sea|Mediterranean Sea
Himalayas|Alps|Sahel|Sahara|Maghreb|Levant|Horn of Africa
`;

/** Cities that news calls by two names or spells in two ways, as facts: "usual name|further names". */
export const CITY_NAMES = `
Kyiv|Kiev
Kharkiv|Kharkov
Lviv|Lvov
Odesa|Odessa
Dnipro|Dnepropetrovsk
Mumbai|Bombay
Kolkata|Calcutta
Chennai|Madras
Beijing|Peking
Yangon|Rangoon
Ho Chi Minh City|Saigon
Astana|Nur-Sultan
St Petersburg|St. Petersburg|Saint Petersburg
Sana'a|Sanaa
Mosul|Al-Mawsil
Raqqa|Raqqah|Ar-Raqqah
Homs|Hims
Kandahar|Qandahar
Jalalabad|Jelalabad
N'Djamena|Ndjamena
Washington|Washington, D.C.|Washington DC|Washington D.C.
`;
