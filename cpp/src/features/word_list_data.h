#pragma once

#include <array>
#include <string_view>

#include "features/word_list.h"

// The lists themselves: lower-cased words, one space between each two. A word may stand in several.

namespace pullquote::features {

struct WordList {
  std::uint64_t classes;
  std::string_view words;
};

inline constexpr auto kWordLists = std::to_array<WordList>({
    {kFunction,
     "a an the this that these those such some any no every each either neither both all half several many few most "
     "more much other another same own i you he she it we they me him her us them my your his its our their mine yours "
     "hers ours theirs myself himself herself itself themselves who whom whose which what when where why how whether "
     "there here and or but nor so yet for if because although though while whereas unless until till since after "
     "before "
     "once as than then thus hence therefore however moreover furthermore meanwhile nevertheless nonetheless otherwise "
     "instead indeed perhaps maybe also too even still just only again already always never often sometimes usually "
     "recently currently earlier later now today tomorrow yesterday tonight soon finally eventually initially firstly "
     "secondly lastly additionally similarly consequently accordingly besides likewise afterwards not yes am is are "
     "was "
     "were be been being do does did done has have had having can could may might must shall should will would cannot "
     "let of in on at by to from with without within into onto upon over under above below between among amid during "
     "through throughout across along around about against toward towards near off out up down despite per via like "
     "unlike "
     "according following regarding concerning given including except beyond behind beside inside outside plus versus "
     "one two three four five six seven eight nine ten dozens hundreds thousands millions billions first second third "
     "last next another "
     "people everyone everybody someone somebody anyone nobody nothing something everything anything "
     "one's ok okay well please thanks thank sorry hello hi dear "
     "born based asked speaking writing citing quoting noting referring adding commenting responding asserting "
     "whatever whoever whenever wherever rather quite very really actually certainly clearly obviously apparently "
     "reportedly allegedly officially traditionally historically globally locally nationally internationally overall "
     "don't doesn't didn't isn't aren't wasn't weren't won't can't couldn't wouldn't shouldn't"},
    {kPronoun | kMale, "he him his himself"},
    {kPronoun | kFemale, "she her hers herself"},
    {kHonorific | kMale, "mr mister sir lord messrs monsieur senor señor don herr shri sri thiru tun datuk dato"},
    {kHonorific | kFemale, "mrs ms miss madam madame dame lady mme smt señora senora dona doña frau mistress"},
    {kHonorific, "dr prof hon rev revd fr hajji hajj haji alhaji maulana mufti pandit tan"},
    {kHonorific | kRole,
     "gen maj lt col capt cmdr sgt cpl adm brig insp supt det gov sen rep pres sheikh shaikh sheik imam rabbi pastor "
     "ayatollah father"},
    {kHonorific | kRole | kFemale, "sister"},
    {kRole,
     "president presidents member minister premier chancellor secretary chairman chairwoman chair chairperson governor "
     "mayor "
     "senator "
     "congressman congresswoman representative lawmaker legislator mp mps ambassador envoy diplomat consul "
     "commissioner "
     "director manager chief head leader boss founder co-founder cofounder owner ceo cfo coo cto executive officer "
     "official "
     "spokesman spokeswoman spokesperson aide adviser advisor strategist counsel counselor counsellor attorney lawyer "
     "solicitor barrister advocate prosecutor judge justice magistrate sheriff detective inspector superintendent "
     "constable policeman policewoman general colonel captain major lieutenant sergeant admiral commander marshal "
     "brigadier soldier veteran pilot astronaut professor lecturer teacher principal dean rector scientist researcher "
     "scholar historian economist analyst sociologist anthropologist psychologist physicist chemist biologist "
     "ecologist epidemiologist virologist engineer architect designer developer doctor physician surgeon nurse "
     "paramedic pharmacist psychiatrist expert specialist consultant author writer poet novelist playwright journalist "
     "reporter correspondent editor columnist commentator broadcaster presenter anchor blogger photographer artist "
     "painter sculptor actor actress singer musician songwriter rapper composer conductor pianist guitarist drummer "
     "dancer comedian filmmaker producer screenwriter model star celebrity player striker midfielder defender "
     "goalkeeper "
     "forward winger coach trainer captain athlete sprinter swimmer cyclist boxer golfer footballer cricketer batsman "
     "bowler quarterback pitcher referee umpire champion winner pope bishop archbishop cardinal priest pastor vicar "
     "monk "
     "nun king queen prince princess duke duchess emperor empress sultan emir pm vp treasurer whip speaker candidate "
     "nominee challenger incumbent politician dictator ruler activist campaigner organizer organiser protester "
     "dissident businessman businesswoman entrepreneur investor banker trader broker financier billionaire tycoon "
     "magnate farmer fisherman fisherwoman worker driver chef student pupil graduate resident neighbour neighbor "
     "witness victim "
     "suspect defendant plaintiff accountant auditor librarian curator pollster publisher translator vice-president "
     "vice-chancellor vice-chairman president-elect secretary-general director-general attorney-general headmaster "
     "headmistress coordinator co-ordinator administrator delegate negotiator mediator deputy councillor councilman "
     "councilwoman alderman warden ranger guide nanny maid carpenter mechanic electrician shopkeeper vendor customer "
     "militant fighter rebel warlord hacker critic fan designer-turned-politician widow co-author co-director "
     "co-chair co-chairman vice-captain head-teacher naturalist explorer philosopher theologian mathematician "
     "statistician meteorologist astronomer geologist archaeologist conservationist environmentalist"},
    {kRole | kPlural,
     "presidents members ministers secretaries governors mayors senators lawmakers legislators ambassadors directors "
     "leaders "
     "officials spokesmen spokespeople advisers advisors lawyers prosecutors judges analysts economists experts "
     "scientists researchers authors journalists reporters executives"},
    {kRole | kMale,
     "chairman spokesman congressman policeman businessman king prince duke emperor actor fisherman councilman "
     "headmaster "
     "pope priest monk sultan emir batsman vice-chairman co-chairman"},
    {kRole | kFemale,
     "chairwoman spokeswoman congresswoman policewoman businesswoman queen princess duchess empress actress "
     "fisherwoman nun "
     "councilwoman headmistress nanny maid widow"},
    {kKinship | kMale,
     "father son brother husband uncle nephew grandfather grandson dad boyfriend widower stepfather man boy "
     "gentleman guy"},
    {kKinship | kFemale,
     "mother daughter sister wife aunt niece grandmother granddaughter mum mom girlfriend stepmother "
     "woman girl lady"},
    {kPerson,
     "abolitionist abuser academic acquaintance actuary addict admirer adult adventurer adversary advertiser agent "
     "airman alcoholic alien ally alumnus ancestor anchorman animator antagonist apostle appellant applicant "
     "appointee appraiser apprentice arbitrager arbitrator aristocrat arsonist assailant assassin assistant "
     "astrologer asylum-seeker attache attacker auctioneer baby babysitter bachelor backer baker ballerina barber "
     "barista baritone baron baroness bartender bassist beginner believer bellboy benefactor biker biochemist "
     "biographer blacksmith bloke blonde bodyguard bomber bondholder bookkeeper borrower botanist bouncer breadwinner "
     "bricklayer bride bridegroom brother-in-law buddy builder bureaucrat burglar butcher butler buyer bystander "
     "cabbie caller cameraman cardiologist caregiver carer caretaker cartoonist cashier casualty cellist centenarian "
     "champ chap chauffeur cheerleader child choreographer chum cinematographer citizen civilian claimant classmate "
     "cleaner cleric clerk client climber clown co-owner coder collaborator colleague collector commuter companion "
     "competitor comptroller comrade concierge confidant conman conscript constituent consumer contestant contractor "
     "controller convict cook cop corporal cosmonaut councilor countess courier cousin creator creditor criminal "
     "custodian daddy daughter-in-law dealer debtor decorator deity demographer demon demonstrator dentist depositor "
     "dermatologist despot detainee diner disciple diver dj donor doorman draughtsman drinker dude earl educator "
     "elder elector emissary employee employer enemy entertainer essayist evangelist ex-husband ex-wife examiner "
     "exile expat expatriate exporter extremist eyewitness facilitator fairy father-in-law fella felon feminist "
     "fiance fiancee fiancé fiancée firefighter flatmate foe follower forecaster foreigner foreman forger fraudster "
     "freshman friend fugitive fundraiser futurist gal gambler gamer gangster gardener generalist geneticist genius "
     "ghost ghostwriter goddess godfather godmother grandchild grandparent grocer groom grower guarantor guard "
     "guardian guerrilla guest gunman gunner guru gymnast gynaecologist gynecologist hairdresser headhunter heir "
     "heiress helper herder hermit hero heroine hijacker hiker hitman homemaker homeowner host hostage hostess "
     "hotelier housekeeper housemate housewife human hunter illustrator immigrant impresario individual industrialist "
     "infant influencer informant informer inmate instructor insurer insurgent intermediary intern internist inventor "
     "investigator jailer janitor jeweler jeweller jihadist jockey jogger jurist juror kid kidnapper killer kingpin "
     "laborer labourer lad landlord landowner lass learner lender liar licensee lifeguard linebacker linesman "
     "linguist listener litigant lobbyist loner lover loyalist lyricist machinist magician manipulator marcher marine "
     "marquis martyr mate memoirist mentor mermaid messenger messiah middleman midwife migrant millionaire miner "
     "missionary mistress mobster moderator molester monarch mother-in-law motorist mountaineer mugger "
     "multimillionaire mummy murderer mystic narrator nemesis neurologist newcomer newlywed newsman newsreader "
     "nobleman noblewoman novice obstetrician offender oilman oldster ombudsman onlooker opponent orphan overseer pal "
     "palaeontologist paleontologist paratrooper parent parishioner parliamentarian participant partner passenger "
     "passer-by pathologist patient patriarch patriot peasant pedestrian pediatrician peer pensioner perpetrator "
     "person petitioner philanthropist pickpocket pilgrim planner playboy playmate plumber podcaster policyholder "
     "postgraduate postmaster practitioner pragmatist prankster preacher predecessor prisoner prodigy programmer "
     "promoter prophet proponent proprietor prostitute protagonist protege psychotherapist publicist pundit purchaser "
     "questioner racer radiologist rancher rapist reader realist receptionist recipient recluse recruit recruiter "
     "reformer refugee regulator repairman republican rescuer respondent restaurateur retailer retiree reviewer "
     "revolutionary rider rioter rival robber rocker roommate rower royalist runner sailor salesman salesperson "
     "saleswoman saxophonist scammer schoolboy schoolgirl schoolmate schoolteacher scion seamstress seeker seller "
     "sentry separatist serf servant shareholder shepherd shooter shopper shortstop sibling sidekick signatory "
     "sister-in-law skateboarder skater skier skipper slave smoker smuggler sniper snowboarder socialite soloist son- "
     "in-law sophomore soprano spectator speculator speechwriter sponsor sportscaster sportswriter spouse spy staffer "
     "stalker stalwart statesman stateswoman steelworker stepdaughter stepson steward stewardess stockbroker "
     "stockholder storyteller stranger streamer strongman subcontractor subscriber successor sufferer suffragette "
     "suitor supermodel supervisor supplier supporter surfer surveyor survivor syndicator tailor taxpayer teammate "
     "technician technocrat technologist teen teenager teller tenant terrorist theorist therapist thief thinker "
     "toddler tourist townsman trafficker trainee traveler traveller trooper trucker trumpeter trustee tutor twin "
     "typist tyrant undergraduate undersecretary understudy underwriter unionist user vampire vandal vegan vegetarian "
     "vet veterinarian viewer villager villain violinist viscount visitor vlogger vocalist volunteer voter waiter "
     "waitress watcher watchman welder whistleblower whiz wholesaler witch workaholic worshipper wrestler wrongdoer "
     "youngster youtuber zoologist"},
    {kPerson | kPlural,
     "abusers academics accomplices accountants acquaintances activists actors actresses actuaries addicts adherents "
     "administrators admirers adolescents adults adventurers adversaries advertisers aficionados agents aides "
     "alcoholics allies alumni amateurs ancestors angels announcers apologists applicants arbitrators architects "
     "artisans artists assassins assistants associates astronauts astronomers athletes attackers attendees attorneys "
     "auctioneers babies bandits bankers bargainers barons believers benefactors biologists bishops "
     "blacks bodyguards borrowers bowlers boxers boys breeders brethren broadcasters brokers brothers buddies "
     "builders bureaucrats businessmen businesswomen cadets callers campaigners campers campesinos cardholders "
     "carpenters cartoonists cattlemen celebrities censors challengers cheerleaders chefs chemists children "
     "choreographers citizens civilians classmates clergymen clerics clerks clients clowns coaches cohorts "
     "collaborators colleagues collectors colonels columnists combatants comedians commanders commentators "
     "commissioners commuters companions compatriots competitors composers comrades confidants congressmen "
     "constituents consultants consumers contemporaries contestants contributors convicts cops correspondents "
     "cosmonauts counselors countrymen couples cousins cowboys craftsmen creators crewmen criminals critics "
     "cronies crooks curators customers cynics dancers daughters dealers defectors defendants delegates demographers "
     "demonstrators dependents designers detainees detectives detractors diabetics diners diplomats disciples "
     "dissenters dissidents doctors donors doomsayers doubters drafters drivers dropouts drunks editors educators "
     "elders electricians emigrants employees employers enemies engineers enrollees entertainers enthusiasts "
     "entrepreneurs envoys evangelicals examiners executors exiles explorers extremists eyewitnesses families "
     "fanatics fans farmers fathers felons females firefighters firemen fishermen folks followers forebears "
     "forecasters forefathers foreigners founders franchisees freshmen friends fundamentalists gamblers gardeners "
     "generals gentlemen girlfriends girls gods grads graduates grandchildren grandparents grocers guerrillas guests "
     "gunmen gurus guys hackers hardliners headhunters hecklers heirs heroes hijackers historians hobbyists "
     "homeowners hostages hoteliers housewives humans hunters husbands ideologues idiots imitators immigrants "
     "incumbents infants informants inmates inspectors instructors insurgents intellectuals interns interpreters "
     "interrogators interviewers inventors investigators investors islanders issuers jihadists jurists jurors "
     "justices kidnappers kids knights laborers labourers ladies landlords landowners leftists lenders licensees "
     "lieutenants listeners litigants lobbyists lobstermen locals lovers magistrates males managers marchers marines "
     "marketeers marshals mechanics mediators men mentors mercenaries meteorologists middlemen migrants militants "
     "millionaires miners missionaries mobsters moderates moguls moms monetarists monks mothers motorists mourners "
     "moviegoers mullahs murderers musicians natives naysayers negotiators neighbors neighbours newcomers newsmen "
     "novelists novices nuns nurses nutritionists objectors observers offenders officers oilmen onlookers opponents "
     "organisers organizers orphans owners painters pals panelists parents parishioners parliamentarians participants "
     "passengers pastors patients patrons peasants peddlers pedestrians peers pensioners people peoples persons "
     "pessimists petitioners physicians physicists pianists pilots pioneers pitchers plaintiffs planners players "
     "playwrights poachers poets policemen policyholders policymakers politicians pollsters practitioners "
     "pragmatists predecessors priests princes principals professionals professors programmers promoters proprietors "
     "pros prostitutes proteges protesters protestors psychiatrists publicists pundits pupils purists racists "
     "radicals raiders readers rebels recipients reformers refugees regulators relatives repairmen residents "
     "respondents restaurateurs retirees reviewers riders rioters rivals rockers rookies runners sailors saints "
     "salesmen salespeople savers scholars schoolchildren screenwriters seniors separatists servicemen settlers "
     "shareholders shopkeepers shoppers siblings singers sisters skaters skeptics skiers slaves smokers smugglers "
     "sociologists soldiers soloists sons souls speakers specialists spectators speculators spies spokeswomen "
     "sportsmen spouses squatters staffers statesmen statisticians steelworkers stewards stockbrokers "
     "strategists strikers students subcontractors subordinates successors sufferers superintendents superiors "
     "supporters surfers survivors taxpayers teachers teammates technicians technocrats teenagers teens tenants "
     "terrorists theorists therapists thugs toddlers tourists townspeople traders traffickers trainees trainers "
     "traitors travelers troopers troops trustees twins undergraduates underlings users vacationers veterans vets "
     "victims victors viewers vigilantes villagers vintners visitors volunteers voters waiters warriors widows "
     "witches witnesses wives wizards women workers workmen worshipers writers youngsters youths yuppies"},
    {kPerson | kMale,
     "anchorman baron bridegroom businessman cameraman clergyman conman countryman dude ex-husband father-in-law "
     "foreman "
     "godfather gunman groom hitman housefather lad landlord nobleman oilman postmaster repairman salesman schoolboy "
     "son-in-law brother-in-law statesman stepson strongman tailor townsman viscount waiter watchman wizard monk bloke "
     "chap fella daddy playboy baritone linesman newsman patriarch hero"},
    {kPerson | kFemale,
     "ballerina baroness bride countess daughter-in-law ex-wife fiancée goddess heiress heroine hostess housewife lass "
     "mermaid midwife mistress mother-in-law noblewoman saleswoman schoolgirl seamstress sister-in-law stateswoman "
     "stepdaughter stewardess suffragette waitress witch gal mummy soprano"},
    {kRegnal, "king queen prince princess saint st san santa sheikh emperor pope"},
    {kRoleModifier,
     "deputy vice former ex prime foreign interior defence defense finance health education energy trade transport "
     "agriculture justice environment labour labor interim acting assistant associate senior junior chief lead leading "
     "opposition general attorney executive managing principal permanent under special top veteran newly-elected new "
     "then current outgoing incoming state federal national regional provincial local presidential parliamentary "
     "congressional vice-presidential press communications media campaign policy political security intelligence "
     "police army navy air military crown high supreme district city county town village village's party union team "
     "club "
     "company bank group house senate majority minority cabinet government ministry university world co longtime "
     "long-time late ailing embattled defiant ousted jailed exiled disgraced retired renowned famed famous noted "
     "prominent legendary popular celebrated award-winning nobel pulitzer human rights legal medical technical "
     "financial economic commercial editorial creative artistic musical scientific research marketing sales "
     "operations operating human-rights climate public private information technology tech digital science civil "
     "religious spiritual student football cricket basketball baseball tennis rugby film movie pop rock folk tv radio "
     "television first second third two-time three-time four-time world's chess racing right-wing left-wing far-right "
     "far-left conservative liberal democratic republican socialist communist independent rookie star head field "
     "police chief investigative criminal defense trial lower upper honorary founding non-executive global lead "
     "community tribal traditional rebel guerrilla fellow ruling"},
    {kOrgHead,
     "university college school academy institute institution ministry department bureau agency authority commission "
     "committee subcommittee endowment council board court tribunal parliament congress senate assembly cabinet "
     "government bank fund "
     "foundation trust charity association federation confederation union league party coalition alliance front "
     "movement organization organisation society club corporation company companies firm office service services "
     "police army "
     "navy force forces guard guards militia brigade brigades battalion regiment hospital clinic church diocese "
     "museum library laboratory laboratories observatory press times post news herald tribune gazette journal "
     "telegraph guardian chronicle daily weekly radio television tv broadcasting network channel media airlines "
     "airways "
     "airline motors industries insurance technologies systems partners capital securities investments "
     "enterprises chamber embassy consulate mission delegation directorate secretariat administration treasury "
     "exchange orchestra choir band fc united sporting athletic city's team-mates centre center initiative "
     "programme program project campaign network forum taskforce group groups unit command corps caucus "
     "constabulary faculty seminary syndicate cooperative co-operative collective conference consortium studio "
     "studios pictures entertainment records lab labs squad panel watchdog ombudsman registry inspectorate "
     "judiciary legislature municipality pharmaceuticals pharma petroleum healthcare resources mining foods energy "
     "electric telecom telecommunications "
     "logistics consulting analytics railways bancorp steel oil airforce"},
    {kWeakHead,
     "project program programme initiative campaign forum conference mission city's united band team panel "
     "capital energy electric oil steel media press post times daily news records studio studios pictures force front "
     "movement channel network systems services service daily weekly"},
    {kOrgSuffix,
     "inc corp ltd llc plc llp gmbh ag nv sa spa ab oyj asa kk bhd sdn pty pvt co limited holdings holding & "
     "incorporated "
     "group ventures"},
    {kFacilityHead,
     "airport airfield airbase bridge stadium arena palace castle prison jail station terminal tower towers building "
     "hotel "
     "theatre theater cathedral mosque temple synagogue monastery shrine hall mall port harbour harbor dam plant "
     "refinery mine reactor highway road avenue boulevard motorway expressway tunnel railway canal museum library "
     "hospital zoo cemetery monument memorial barracks checkpoint crossing roundabout "
     "resort ground pavilion"},
    {kPlaceHead,
     "river lake sea ocean gulf bay strait straits island islands isle peninsula mountain mountains mount valley "
     "desert "
     "forest coast delta basin province state county district region territory prefecture city town village "
     "municipality "
     "borough republic kingdom emirate emirates oblast governorate parish suburb neighbourhood neighborhood heights "
     "hills hill park street square garden gardens plaza "
     "beach falls creek canyon plateau plains reef cape sahara strip archipelago peninsula range "
     "continent hemisphere"},
    {kEventHead,
     "cup games olympics olympiad championship championships tournament open grand prix marathon derby series festival "
     "award awards prize medal summit war wars battle revolution uprising intifada massacre genocide holocaust crisis "
     "act bill law constitution treaty agreement accord accords convention protocol declaration charter code amendment "
     "resolution plan deal pact strategy day week month eve year christmas easter ramadan hanukkah diwali carnival "
     "parade exhibition "
     "expo biennale fair opera symphony album show index report survey scheme operation hurricane typhoon cyclone "
     "storm "
     "trophy final finals league championship referendum renaissance era fellowship scholarship"},
    {kMonth,
     "january february march april may june july august september october november december jan feb mar apr jun jul "
     "aug sep "
     "sept oct nov dec"},
    {kWeekday,
     "monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays "
     "sundays mon tue tues wed thu thur thurs fri"},
    {kNameParticle,
     "de del della der den des di da do dos das du van von bin bint ibn ben al el la le les es ter ten y e zu zur abu "
     "al- "
     "ul ud"},
    {kConnector, "of for and on in the to & with against at"},
    {kPlaceCue,
     "in at from near across outside inside throughout to via leaving visiting around into within toward towards"},
    {kSpeechVerb,
     "said says say saying told tells added adds stated states explained explains noted notes argued argues claimed "
     "claims "
     "warned warns insisted insists asked asks replied responded commented comments tweeted wrote writes announced "
     "announces "
     "believes believed thinks thought acknowledged admitted denied recalled recalls recounts recounted remarked "
     "declared confirmed confirms revealed reveals stressed stresses emphasised emphasized concluded concludes urged "
     "called hopes suggests suggested observed observes pointed continued continues reiterated quipped joked "
     "testified vowed pledged predicted complained lamented"},
    {kPersonVerb,
     "who whose died was-born married smiled laughed cried walked sat stood felt feels knew knows wants wanted loves "
     "loved "
     "loves likes liked resigned retired studied graduated learned grew lives lived worked works played plays scored "
     "wore "
     "remembers remembered spoke speaks arrived looked looks sang ran tried tries"},
    {kCurrency,
     "dollar dollars euro euros pound pounds yen yuan renminbi peso pesos rupee rupees rouble roubles ruble rubles "
     "rand real reais "
     "won lira liras dirham dirhams riyal riyals rial rials dinar dinars shekel shekels shilling shillings naira cedi "
     "cedis "
     "baht ringgit rupiah dong kyat taka franc francs krona kronor krone kroner zloty forint koruna hryvnia lev leva "
     "leu lei "
     "colon colones colón quetzal quetzales lempira lempiras cordoba cordobas bolivar bolivars bolivares sol soles "
     "guarani "
     "guaranies tugrik tugriks tenge som birr kwacha kwanza pula metical cent cents pence penny crowns "
     "usd eur gbp jpy cny inr rs ksh sh n$ dh aed sar zar ngn ghs bnd sgd aud cad nzd hkd rmb chf sek nok dkk mxn brl"},
    {kMagnitude,
     "million millions billion billions trillion trillions thousand thousands hundred hundreds crore crores lakh lakhs "
     "m bn k mn tn b mln"},
    {kNumberWord,
     "one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty seventy "
     "eighty "
     "ninety tens dozens hundreds thousands millions billions half several few"},
    {kGroup,
     "muslim muslims islamic islamist islamists christian christians catholic catholics protestant protestants jewish "
     "jew jews "
     "hindu hindus sikh sikhs buddhist buddhists sunni sunnis shia shias shiite shiites shi'ite alawite druze orthodox "
     "anglican evangelical evangelicals mormon mormons methodist baptist lutheran zionist zionists islamophobic "
     "republican republicans democrat democrats democratic communist communists socialist socialists marxist marxists "
     "leninist maoist maoists nazi nazis fascist fascists conservatives liberals tory tories labourites conservative "
     "liberal "
     "trotskyist chavista chavistas peronist peronists kirchnerist bolivarian sandinista sandinistas castroist "
     "western westerners westerner arab arabs arabic african africans european europeans asian asians american "
     "americans "
     "latino latinos latina hispanic hispanics kurdish kurd kurds tibetan tibetans uyghur uyghurs uighur uighurs "
     "rohingya "
     "rohingyas palestinian palestinians israeli israelis berber amazigh tuareg roma romani inuit aboriginal "
     "māori maori pashtun pashtuns hazara tamil tamils sinhalese bengali bengalis punjabi punjabis kashmiri kashmiris "
     "gujarati hausa yoruba igbo fulani zulu xhosa oromo tigrayan tigrayans amhara maya mayan mapuche quechua aymara "
     "guarani basque basques catalan catalans flemish walloon slavic slav slavs nordic scandinavian scandinavians "
     "baltic balkan "
     "caribbean lgbt lgbtq lgbti hindi cantonese mandarin creole malay malays eurasian indo sino marathi amharic "
     "swahili latinx brit brits briton britons english englishman scots scottish scot welsh irish chechen chechens "
     "tatar "
     "tatars cossack anglo-saxon afro-american latin caucasian soviet ottoman persian persians hellenic byzantine "
     "roman romans "
     "mediterranean confucian taoist jesuit jesuits franciscan dalit dalits brahmin brahmins taiwanese hongkongers "
     "saudi saudis emirati emiratis ultra-orthodox pan-african sub-saharan anglophone francophone gulf-arab "
     "jihadist nationalist nationalists islamists londoner londoners parisian parisians"},
    {kDirection,
     "north south east west northern southern eastern western central northeast northwest southeast southwest "
     "northeastern "
     "northwestern southeastern southwestern upper lower greater new old mid north-east north-west south-east "
     "south-west "
     "north-eastern north-western south-eastern south-western inner outer"},
    {kSoleOrg,
     "congress parliament cabinet senate knesset bundestag duma assembly police army navy crown treasury university "
     "union "
     "foundation"},
    {kCompoundTail,
     "led born run style like era made wide bound held type free only level day days time class term old year based "
     "backed owned "
     "friendly related linked sized to up down off in on and century general elect designate aged hit torn rich poor "
     "wing trip home"},
    {kNoName,
     "ai tv it sms atm atms gps cctv nft nfts lng ngo ngos mw kw ceo ceos cfo coo cto ipo mou cm pm mp mps mla mlas "
     "ict id ids pr hr qr pc "
     "usb led tvs dvd cd pdf api url http html suv suvs ev evs diy faq vip vips esg ppe 4g 5g 3g gen phd ph.d mba ma "
     "ba "
     "bsc msc md esq internet r&d ok nev nevs npl npls ppp ppps fdi sme smes ot am pm q1 q2 q3 q4 h1 h2 ad bc bce ce "
     "utc gmt "
     "est hh jp vat gst kpi roi cpu gpu ram pcs dj mc acp adc dcp ig dig igp sp asp dsp sho"},
    {kThing,
     "gdp dna rna hiv aids covid covid-19 tb pcr bible quran koran torah sars "
     "sars-cov-2 var cpi coronavirus ebola omicron hiv/aids christmas easter ramadan hajj haj umrah eid halloween "
     "hanukkah passover diwali "
     "thanksgiving olympics brexit afrobeats k-pop hip-hop"},
    {kRomanNumeral, "ii iii iv vi vii viii ix xi xii xiii xiv xv xvi jr sr"},
});

struct CountryName {
  std::string_view written;
  std::string_view usual;
};

// Ascending by `written`.
inline constexpr auto kCountryNames = std::to_array<CountryName>({
    {"america", "united states"},
    {"bosnia", "bosnia and herzegovina"},
    {"britain", "united kingdom"},
    {"burma", "myanmar"},
    {"china 's mainland", "china"},
    {"cote d'ivoire", "ivory coast"},
    {"czech republic", "czechia"},
    {"côte d'ivoire", "ivory coast"},
    {"d.r.c.", "dr congo"},
    {"democratic republic of congo", "dr congo"},
    {"democratic republic of the congo", "dr congo"},
    {"dprk", "north korea"},
    {"drc", "dr congo"},
    {"great britain", "united kingdom"},
    {"holland", "netherlands"},
    {"islamic republic of iran", "iran"},
    {"kingdom of saudi arabia", "saudi arabia"},
    {"ksa", "saudi arabia"},
    {"ny", "new york"},
    {"people's republic of china", "china"},
    {"prc", "china"},
    {"republic of china", "taiwan"},
    {"republic of ireland", "ireland"},
    {"republic of korea", "south korea"},
    {"rok", "south korea"},
    {"russian federation", "russia"},
    {"swaziland", "eswatini"},
    {"the netherlands", "netherlands"},
    {"turkey", "türkiye"},
    {"u.a.e.", "united arab emirates"},
    {"u.k", "united kingdom"},
    {"u.k.", "united kingdom"},
    {"u.n", "united nations"},
    {"u.n.", "united nations"},
    {"u.s", "united states"},
    {"u.s.", "united states"},
    {"u.s.a", "united states"},
    {"u.s.a.", "united states"},
    {"u.s.s.r.", "soviet union"},
    {"uae", "united arab emirates"},
    {"uk", "united kingdom"},
    {"un", "united nations"},
    {"united states of america", "united states"},
    {"us", "united states"},
    {"usa", "united states"},
    {"ussr", "soviet union"},
});

}  // namespace pullquote::features
