/**
 * Words that two translations or a paraphrase may use for one another, a group a line; a word stands in as many groups as
 * it has senses. General words alone, opposites never. Written for this project.
 */
export const SENSE_GROUPS = `
abandon desert leave drop quit
able can capable
abolish scrap axe end repeal
absence lack shortage
abuse mistreat insult ill-treat
accept agree approve adopt take
accident mishap disaster tragedy
accomplice helper accessory
account explanation version story
accurate exact precise correct right
accuse blame charge
achieve reach attain accomplish
act action step measure
adjourn postpone delay defer suspend
adult grown-up
advance progress headway
advantage benefit gain
afford pay
again anew once afresh
agency authority office
aggression attack assault hostility
agree consent accept assent
aid help support assistance relief
aircraft plane aeroplane airplane jet airliner
airline carrier
airspace sky air
alarm siren bell
alive living
allege claim assert maintain contend insist
allow let permit permission enable
alone only sole merely
always constantly permanently forever
ambulance paramedic
amount sum quantity
ancient old
anger rage wrath fury indignation
animal beast creature
anybody anyone whoever nobody
apology regret sorry
appalling shocking horrifying terrible horrible
appeal challenge
appear seem look
appoint name nominate
approach method way manner
argue quarrel dispute contend
army troop force soldier military
arrange organise organize
arrest detain seize custody
arrive come reach land
arrive turn come
ashamed shame embarrassed
ask beg implore plead appeal
asleep slept sleep
assemble gather meet
assess evaluate judge weigh
assets property wealth
assure promise guarantee pledge
attack strike raid assault
attempt try effort bid
attitude stance position
authorise authorize approve permit permission
avoid escape dodge shun
awake woke wake
award grant give
aware know conscious
baby infant newborn child
back support favour favor
bad poor evil
ban prohibit forbid prohibition outlaw bar forbidden
bandit gunman robber
bank shore riverbank side
bare naked
barrier obstacle hurdle fence
base foundation
basis ground foundation
beat defeat overcome
beautiful lovely
begin start open launch commence initiate
behaviour conduct behavior
belief conviction view
believe think reckon suppose consider
belong own
betray deceive
bid offer
bidder suitor buyer
big great large enormous vast massive huge
bill invoice account
blame fault responsible responsibility guilt guilty
block obstruct bar
boat vessel ship craft ferry
bomb shell explosive device
border frontier boundary
borrow loan lend
bother trouble disturb
brave bold courageous heroic
break violate breach
brief short
bring carry fetch
broad wide
budget finance spending
build erect construct
building house premises structure
bullet shot round
bury burial funeral
business company firm trade
buy purchase acquire
cab taxi
call describe brand label term dub
calm quiet cool peaceful
cancel scrap
capture seize take
car vehicle automobile
care concern
careful cautious
case instance
cash money
catch seize
caution warn
cease stop halt end
ceasefire truce armistice
celebrate mark
cell jail
chair seat stool bench
chance opportunity possibility
change shift transform alter
chaos disorder confusion mess
chase pursue hunt
cheap low-cost inexpensive
cheat cheating fraud
check inspect verify examine
child kid youngster son daughter
choice option alternative
city town municipality
clash fight fighting skirmish
clean innocent
clean pure
clear acquit
clear obvious plain
clever smart intelligent
client customer
climb rise ascend
close shut
closure ban shutdown
coach bus
coach manager
coast shore seaside beach
coffin casket
cold freezing
collapse fall crumble
colleague fellow
collect gather
combat fight battle
comment remark statement
commit perpetrate
common joint shared
community village town
compensate compensation repay damages
compete rival
complain protest grumble complaint
complete finish total full
completely totally entirely fully wholly utterly altogether
compulsory mandatory obligatory
conceal hide cover secret
concern worry anxiety
condemn denounce
confess admit
confidence trust faith
confirm verify
confront face
consequence result effect outcome
consider regard view think treat
constant continuous steady
contact touch
contaminate pollute poison taint
contest dispute challenge
continue keep proceed
contrary opposite
contribute help
control power command
convince persuade
cook prepare
cooperate collaborate together
copy imitate
corrupt bribe
cost expense price charge
count number tally
counterfeit fake forged false
country state nation land
couple pair
courage bravery
coward cowardly
crash collide hit
crazy mad insane
create establish found
crew staff team
crime offence felony
criminal offender culprit
crisis emergency
critic opponent
crop harvest
cross pass
crowd spectators fans
crowd throng mob
cruel brutal inhuman
crush squash
cry weep sob tear wept
cure heal treat remedy
current present now
cut reduce lower slash
daily day
dam dyke embankment levee barrier
damage destroy ruin wreck harm
danger threat risk peril hazard
dark night darkness
daughter girl
dead killed lifeless
deal agreement pact
dear expensive costly
death fatality loss
debate discuss discussion
debt loan owe
deceive mislead lie trick fool
decide determine resolve
deck floor
declare state announce pronounce
decline fall drop shrink
decree order edict
deep profound deeply
defeat loss beat
defend protect guard
definite certain
delay postpone hold late
deliberate intentional purpose planned
demand require insist
demolish destroy
deny reject refute
departure leave exit
depend rely
deserve merit earn
desire wish
despair hopeless
destroy ruin annihilate wipe
detail particulars
device gadget
devote dedicate
dialogue talk talks negotiation
die perish death killed
differ different other
difficult hard tough tricky
dig excavate
dirty filthy
disappear vanish missing
disappoint let down
disaster catastrophe calamity tragedy
discipline punish
discover find learn
discuss talk consider
disease illness infection virus
disgrace shame scandal dishonour disgraceful shameful
dishonest lie untruth lying untrue false falsehood liar
dismiss fire sack
dispatch send
display show
disturb upset
divide split
doctor physician surgeon
document paper file form
double two twice twofold
doubt question
down low
dream hope
drill bore
drink alcohol
drug substance
due owing
duty obligation task
obligation commitment responsibility duty undertaking
early premature
earth ground soil land
earthquake quake tremor
easy simple
edge brink verge
educate teach train school
effective work
elderly pensioner old
election vote poll ballot
electricity power current
emergency urgent
emphasise stress
employ hire
empty vacant
encourage urge
end finish
enemy foe adversary opponent
energy power
engine turbine motor
enjoy like
enough sufficient
ensure guarantee
entire whole all full
environment nature
envoy ambassador diplomat
equal same
equipment gear kit
error mistake
escape break flee
escape flee run
essential necessary vital
estimate put reckon
evacuate clear
evacuee displaced
eventually finally
everybody everyone all
evidence proof sign
exaggerate overstate
examine check inspect study
excellent great
exclude rule out
excuse pretext
execute kill
exercise drill
expand extend grow enlarge
expect anticipate await
expel throw deport
experiment test trial
explain clarify
explode blast blow
extend prolong lengthen
extra additional further more
extraordinary exceptional unusual
factory plant works mill
fair just honest
fall drop sink
false untrue wrong lie
family relative kin
famous well-known
fantasy invention fiction fabrication nonsense
farm agriculture
fast quick rapid speed
fatal deadly lethal
fate destiny
father dad parent
fear afraid dread
feed eat food
feel sense
fever temperature
few handful
fight struggle combat
figure number
final last ultimate
fine penalty
fire blaze flame burn burning
fire shoot shot shooting shell bullet
firm steadfast
first initial
flaw fault defect
flight plane aircraft
flood inundate water
fly flight air
food meal provisions
fool stupid foolish idiot
force compel oblige make
forces troops army soldiers men
foreign overseas abroad
forest wood
forgive pardon
former ex
free release
freedom liberty
friend ally
fuel petrol gas
funny laugh laughable comic
gang band
garbage rubbish trash waste
gate sluice door
gift present
glad happy
goal score
goods cargo freight
government state cabinet
grab snatch seize steal
grain wheat corn
grandmother gran granny
greet welcome
grief sorrow mourning grieve
guarantee assurance
guard watch
gun weapon rifle
happen occur take place
harbour port harbor
harm hurt damage
harsh severe
haste hurry rush quick speed
hate hatred
hear heard listen
hearing trial
help aid assist
high tall
hint suggest
hit strike
holiday vacation
holy sacred
home house
honest sincere
honour honor
hospital ward
hostage captive
hot heat
hunger starve starvation hungry famine
idea thought
ignore neglect
ill sick unwell
illegal unlawful criminal
image picture
immediate immediately instantly today now promptly
impact effect
important significant essential key
improve better
inadequate insufficient
incident event case
income revenue
increase rise grow
inform tell notify
inmate prisoner convict detainee
intact undamaged whole
intend plan mean want
intention aim purpose
interfere meddle
interim temporary provisional
internal domestic
invade invasion
invent make up
job work post employment
joke laugh funny
journey trip travel
judge magistrate
jump leap
just only simply merely
kidnap abduct
kill murder slay
kind sort
knife blade
lack want short
lake water
land soil territory
lawsuit suit sue court
leader head chief boss
lecture sermon preach
lie invention fabrication
little small bit slight slightly
loan credit
look review examine
look see watch
main chief principal
maintain keep
majority most
man men
manage run
march walk parade
massacre slaughter
match game fixture
measure gauge test
medal prize title
medicine drug medication
merchant trader
migrant refugee
miner pitman
misery suffering
missile rocket projectile shell
morning a.m.
mother mum mom parent
must need should ought
near close
necessary needed
negotiate bargain talk
neighbour neighbor
night evening
nobody no-one none
noise sound
normal usual
note letter
obey comply follow
observer monitor
occupy occupation
offer propose proposal
opinion view
oppose against
order command instruct
ordinary normal
origin source
outrage scandal
owner proprietor
pace speed
parliament assembly chamber
participate part
passenger traveller
patience patient forbearance tolerance restraint
peace peaceful
penalty punishment
perhaps maybe
phone telephone
photograph picture
piece bit
player athlete sportsman
plot conspiracy
poison toxic
predict forecast
prepare ready
prevent stop
previous earlier before
price fare
probable likely
protest demonstrate demonstration rally
provide supply give
provocation provoke
pupil student
question ask
quiet silent silence
rain downpour rainfall
raise lift increase
ransom money
ready prepared willing
realise realize
rebel insurgent
recommend advise
referee umpire
refuse decline deny
region area province
register record
relation tie
remember recall forget
remove take
republic country nation
require need demand
resident citizen inhabitant local villager
respond answer react
restrain restraint
resume restart
retreat withdraw pull
return back
reveal disclose expose
review reconsider re-examine look
revolt uprising
ring rang
ring sound
riot unrest
rise take-off
river water stream
rob steal
rock stone
rubbish nonsense
rumour gossip speculation hearsay
rumour rumor
safe secure safety
sake account
serious grave severe seriously
shaft pit mine
share stock
shareholder investor
shop store
slander smear insult
smoke fumes
son boy
sorry apologise apologize
speech address
steal theft stolen robbery
succeed success
summon call
supporter fan
suspend ban bar
takeover merger acquisition buyout
team side squad club
thief thieves robber raider burglar gang
threaten warn
trust believe
unable cannot
unfair unjust
university faculty college
urge call appeal request
walk leave
war conflict fighting
warder guard officer
warn alert warning
watchdog regulator
worse worst
`;
