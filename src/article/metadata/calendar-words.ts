/**
 * Names of months and days of the week in the languages that news is written in, as facts: the forms
 * in which they stand in dates (nominative, genitive, usual short forms), in lower case. A form that
 * two languages give to different months is left to `monthOf`'s language.
 */
const MONTHS: readonly string[] = [
	"january jan januar januari janvier janv enero ene janeiro gennaio gen jänner jän janúar styczeń stycznia sty leden ledna január januára ianuarie ian ocak oca január jan tammikuu tammikuuta tammi jaanuar janvāris janvārī sausio sausis gener siječanj siječnja janar januar января январь янв січня січень січ студзеня януари јануар ιανουαρίου ιανουάριος ιαν يناير جانفي ינואר जनवरी জানুয়ারি มกราคม janvye",
	"february feb februar februari février fevrier févr fév fevr febrero fevereiro fev febbraio febr feber febrúar luty lutego lut únor února februára februarie şubat şub helmikuu helmikuuta helmi veebruar veebr februāris februārī vasario vasaris febrer veljača veljače shkurt február февраля февраль фев февр лютого лютий лют лютага февруари фебруар φεβρουαρίου φεβρουάριος φεβ فبراير فيفري פברואר फरवरी फ़रवरी ফেব্রুয়ারি กุมภาพันธ์ pebruari peb",
	"march mar mars marzo março marco märz mär maerz marts maart mrt marec marca marzec březen března březn martie mart maaliskuu maaliskuuta maalis märts marts martā kovo kovas març ožujak ožujka március márc марта март мар березня березень бер сакавіка μαρτίου μάρτιος μαρ مارس آذار מרץ מרס मार्च মার্চ มีนาคม maret",
	"april apr avril avr abril abr aprile kwiecień kwietnia kwi duben dubna apríl apríla aprilie nisan nis huhtikuu huhtikuuta huhti aprill aprīlis aprīlī balandžio balandis travanj travnja prill április ápr апреля апрель апр квітня квітень квіт красавіка април απριλίου απρίλιος απρ أبريل ابريل أفريل نيسان אפריל अप्रैल এপ্রিল เมษายน",
	"may mai mayo maio maggio mag mei maj maja květen května máj mája mayıs toukokuu toukokuuta touko maijs maijā gegužės gegužė maig svibanj svibnja május máj maí мая май травня травень трав мај травеня μαΐου μάιος μαΐ مايو ماي أيار מאי मई মে พฤษภาคม",
	"june jun juni juin junio junho giugno giu czerwiec czerwca cze červen června cerven jún júna iunie iun haziran haz kesäkuu kesäkuuta kesä juuni jūnijs jūnijā birželio birželis juny lipanj lipnja qershor június júní июня июнь июн червня червень черв чэрвеня юни јун ιουνίου ιούνιος ιουν يونيو يونيه جوان حزيران יוני जून জুন มิถุนายน",
	"july jul juli juillet juil julio julho luglio lug lipiec lipca červenec července júl júla iulie iul temmuz tem heinäkuu heinäkuuta heinä juuli jūlijs jūlijā liepos liepa juliol srpanj srpnja korrik július júlí июля июль июл липня липень лип ліпеня юли јул ιουλίου ιούλιος ιουλ يوليو يوليه جويلية تموز יולי जुलाई জুলাই กรกฎาคม",
	"august aug août aout agosto ago augusti augustus agustus sierpień sierpnia sie srpen srpna srp augusta ağustos ağu agustos elokuu elokuuta elo augusts augustā rugpjūčio rugpjūtis agost kolovoz kolovoza gusht augusztus ágúst августа август авг серпня серпень серп жніўня αυγούστου αύγουστος αυγ أغسطس اغسطس أوت آب אוגוסט अगस्त আগস্ট สิงหาคม agt",
	"september sept sep septembre septiembre setiembre setembro set settembre sett wrzesień września wrz září september septembra septembrie eylül eyl syyskuu syyskuuta syys septembris septembrī rugsėjo rugsėjis setembre rujan rujna shtator szeptember szept сентября сентябрь сен сент вересня вересень вер верас верасня септември септембар σεπτεμβρίου σεπτέμβριος σεπ σεπτ سبتمبر أيلول ספטמבר सितंबर सितम्बर সেপ্টেম্বর กันยายน",
	"october oct oktober okt octobre octubre outubro out ottobre ott październik października paź říjen října október októbra octombrie ekim eki lokakuu lokakuuta loka oktoober oktobris oktobrī spalio spalis tetor október октября октябрь окт жовтня жовтень жовт кастрычніка октомври октобар οκτωβρίου οκτώβριος οκτ أكتوبر اكتوبر אוקטובר अक्टूबर अक्तूबर অক্টোবর ตุลาคม",
	"november nov novembre noviembre novembro listopadu november novembra noiembrie kasım kas marraskuu marraskuuta marras novembris novembrī lapkričio lapkritis studeni studenoga studenog nëntor ноября ноябрь ноя нояб листопада лист лістапада ноември новембар νοεμβρίου νοέμβριος νοε نوفمبر נובמבר नवंबर नवम्बर নভেম্বর พฤศจิกายน nop",
	"december dec decembre décembre déc diciembre dic dezembro dez dicembre dezember desember des grudzień grudnia gru prosinec prosince decembra decembrie aralık ara joulukuu joulukuuta joulu detsember dets decembris decembrī gruodžio gruodis desembre prosinac prosinca dhjetor декабря декабрь дек грудня грудень груд снежня декември децембар δεκεμβρίου δεκέμβριος δεκ ديسمبر דצמבר दिसंबर दिसम्बर ডিসেম্বর ธันวาคม",
];

/** Forms that are another month in another language: Czech and Polish November, Croatian October. */
const SHARED: readonly (readonly [form: string, month: number, elsewhere: string])[] = [
	["listopad", 11, "hr bs sh"],
	["listopada", 11, "hr bs sh"],
];

const WEEKDAYS =
	"monday mon tuesday tue tues wednesday wed thursday thu thur thurs friday fri saturday sat sunday sun " +
	"montag mo dienstag di mittwoch mi donnerstag do freitag fr samstag sa sonnabend sonntag so " +
	"lundi lun mardi mercredi mer jeudi jeu vendredi ven samedi sam dimanche dim " +
	"lunes martes miércoles mié jueves jue viernes vie sábado sáb domingo dom " +
	"lunedì martedì mercoledì giovedì gio venerdì sabato sab domenica " +
	"segunda segunda-feira terça terça-feira quarta quarta-feira quinta quinta-feira sexta sexta-feira seg ter qua qui sex " +
	"maandag ma dinsdag woensdag wo donderdag vrijdag vr zaterdag za zondag zo " +
	"mandag tirsdag onsdag torsdag fredag lørdag søndag måndag tisdag lördag söndag man tir tors tor fre lør søn mån tis ons lör sön " +
	"poniedziałek wtorek środa czwartek piątek sobota niedziela pon wt śr czw pt sob niedz " +
	"pondělí úterý středa čtvrtek pátek neděle po út st čt pá ne pondelok utorok streda štvrtok piatok nedeľa " +
	"pazartesi salı çarşamba perşembe cuma cumartesi pazar " +
	"senin selasa rabu kamis jumat jum'at sabtu minggu " +
	"luni marți miercuri joi vineri sâmbătă duminică maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai " +
	"ma ti ke to pe la su dilluns dimarts dimecres dijous divendres dissabte diumenge " +
	"понедельник вторник среда четверг пятница суббота воскресенье пн вт ср чт пт сб вс " +
	"понеділок вівторок середа четвер п'ятниця субота неділя нд δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή " +
	"الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد";

const MONTH_OF: ReadonlyMap<string, number> = new Map(
	MONTHS.flatMap((names, index) => names.split(" ").map((name) => [name, index + 1] as const)),
);
const WEEKDAY: ReadonlySet<string> = new Set(WEEKDAYS.split(" "));

/**
 * The month (1–12) that a word names, or 0. A form that languages give to different months is told by
 * `language`, and is taken in its commoner sense where that is null.
 */
export function monthOf(word: string, language: string | null = null): number {
	const name = word.toLowerCase();
	for (const [form, month, elsewhere] of SHARED) {
		if (form === name) return language !== null && elsewhere.split(" ").includes(language) ? 10 : month;
	}
	return MONTH_OF.get(name) ?? 0;
}

export function isWeekday(word: string): boolean {
	return WEEKDAY.has(word.toLowerCase());
}
