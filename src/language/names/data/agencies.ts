/**
 * News agencies whose reports other outlets carry, listed by hand as facts: "name|further names".
 * Names are matched with their capitals as written here.
 */
export const AGENCIES = `
Reuters|Thomson Reuters|Reuters News Agency
Associated Press|AP|The Associated Press
Agence France-Presse|AFP|Agence France Presse
United Press International|UPI
Bloomberg News|Bloomberg
PA Media|Press Association|PA news agency
Interfax
TASS|Tass|ITAR-TASS|Itar-Tass
RIA Novosti|RIA|Ria Novosti
Sputnik News|Sputnik
Rossiya Segodnya
Xinhua|Xinhua News Agency
China News Service
DPA|dpa|Deutsche Presse-Agentur
Kyodo News|Kyodo|Kyodo News Agency
Jiji Press|Jiji
Yonhap|Yonhap News Agency
Korean Central News Agency|KCNA
Anadolu Agency|Anadolu|AA news agency
Press Trust of India|PTI
Asian News International|ANI
Indo-Asian News Service|IANS
United News of India
Associated Press of Pakistan
Pajhwok|Pajhwok Afghan News
Khaama Press
ANSA|Ansa
Adnkronos
EFE|Efe|Agencia EFE
Europa Press
Lusa
Agerpres
APA
ANP
Belga
Ritzau
NTB
TT News Agency
STT
BNS|Baltic News Service
LETA
ELTA
PAP|Polish Press Agency
CTK
TASR
MTI
BTA
Tanjug
Hina
FENA
Ukrinform
UNIAN
Interfax-Ukraine
BelTA
Kazinform
Trend News Agency
Azertac|Azertag
Armenpress
IRNA|Islamic Republic News Agency
Fars News Agency|Fars
Tasnim|Tasnim News Agency
Mehr News Agency
SANA
Petra News Agency
WAM|Emirates News Agency
Saudi Press Agency
Qatar News Agency
KUNA|Kuwait News Agency
WAFA|Wafa
MENA|Middle East News Agency
Maghreb Arabe Presse
Algeria Press Service
Tunis Afrique Presse
News Agency of Nigeria
Ghana News Agency
Kenya News Agency
Panapress
Australian Associated Press|AAP
Canadian Press|The Canadian Press
Notimex
Telam|Télam
Prensa Latina
Agencia Brasil|Agência Brasil
Antara
Bernama
Vietnam News Agency
Philippine News Agency
Inter Press Service
Getty Images|Getty
European Pressphoto Agency
`;

/** Outlets whose names the general rules would not see, as facts. */
export const OUTLETS = `
BBC|British Broadcasting Corporation|BBC News
CNN|Cable News Network
NBC|NBC News
CBS|CBS News
ABC News
MSNBC
Fox News
NPR|National Public Radio
PBS
RFE/RL|Radio Free Europe
Al Jazeera|Al-Jazeera|al-Jazeera
Deutsche Welle
France 24
RT
NHK
Le Monde
Le Figaro
El País|El Pais
Der Spiegel
Die Welt
Die Zeit
La Repubblica
Corriere della Sera
The Guardian
The Independent
The Economist
The Atlantic
The Hill
Politico|POLITICO
Axios
Bloomberg Businessweek
Time magazine
Newsweek
Haaretz
Kommersant
Vedomosti
Izvestia
Novaya Gazeta
Meduza
Asharq Al-Awsat
Facebook
Twitter
YouTube
Telegram
Instagram
WhatsApp
TikTok
`;

/** International bodies and groups that news names by acronym alone, as facts: "name|further names". */
export const BODIES = `
United Nations|UN|U.N.
European Union|EU|E.U.
North Atlantic Treaty Organization|NATO|Nato|North Atlantic Treaty Organisation
World Health Organization|WHO|World Health Organisation
International Monetary Fund|IMF
World Trade Organization|WTO|World Trade Organisation
Organization for Security and Co-operation in Europe|OSCE|Organisation for Security and Co-operation in Europe
African Union
Association of Southeast Asian Nations|ASEAN|Asean
International Atomic Energy Agency|IAEA
International Criminal Court|ICC
Organization of the Petroleum Exporting Countries|OPEC|Opec
Shanghai Cooperation Organization|SCO|Shanghai Cooperation Organisation
Federal Bureau of Investigation|FBI
Central Intelligence Agency|CIA
National Security Agency|NSA
World Bank
Islamic State|ISIS|ISIL|Daesh|Islamic State of Iraq and Syria|Islamic State of Iraq and the Levant
Islamic State Khorasan|Islamic State in Khorasan|Islamic State Khorasan Province|IS-K|ISIS-K|ISKP|IS-KP|Wilayat Khorasan|Vilayat Khorasan
Al-Qaeda in the Arabian Peninsula|al-Qaeda in the Arabian Peninsula|AQAP
Al-Qaeda in the Islamic Maghreb|al-Qaeda in the Islamic Maghreb|AQIM
Al-Qaeda|al-Qaeda|al-Qaida|Al-Qaida|al Qaeda|Al Qaeda|al Qaida|Al Qaida
Hezbollah|Hizbullah|Hizbollah
Hamas
Taliban|Taleban
Boko Haram
Kremlin
White House
Pentagon
Red Cross
Interpol
Unicef|UNICEF
Europol
`;
