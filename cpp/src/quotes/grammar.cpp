#include "grammar.h"

#include <array>

#include "word_table.h"

namespace pullquote::quotes {

namespace {

struct Row {
  std::uint32_t value;
  std::string_view words;
};

constexpr auto kRows = std::to_array<Row>({
    {kDeterminer,
     "the a an this these those some any no every each either neither both all many several few most another other "
     "such "
     "one two three four five six seven eight nine ten my your his her its our their more"},
    {kSubject, "i you he she it we they who nobody everybody everyone someone somebody anyone one others there"},
    {kObjectForm, "me you him her it us them"},
    {kAuxiliary, "has have had having do does did is are was were be been being am 've 'd 're ai get gets got"},
    {kBe, "is are was were be been being am 're get gets got"},
    {kModal, "will would can could may might must shall should 'll ca wo"},
    {kNegation, "not n't never no neither nor nothing hardly"},
    {kAdverb,
     "also later then once again already repeatedly often even still now just only recently reportedly publicly "
     "privately first previously simply further always never not n't ever long quickly soon immediately all both "
     "instead reportedly apparently famously openly clearly strongly flatly frequently sarcastically earlier thereby "
     "initially finally eventually since jokingly allegedly subsequently separately specifically generally so too "
     "however actually really"},
    {kPreposition,
     "in on at by for from with without within into onto upon over under above below between among amid during through "
     "throughout across along around about against toward towards near off out up down despite per via like unlike "
     "after before since until till of to as than versus outside inside beyond behind following regarding including "
     "except including alongside"},
    {kSubordinator,
     "that because if unless although though while whereas when whenever since until till before after as than once "
     "lest so where"},
    {kConjunction, "and or but nor yet plus"},
    {kQuestionWord, "whether why how what where when who which if whom"},
    {kRelative, "who which whose whom"},
    {kTime,
     "monday tuesday wednesday thursday friday saturday sunday today yesterday tonight tomorrow earlier later last "
     "morning afternoon evening night week month year this next recently afterwards afterward ago mon. tue. wed. thu. "
     "fri. sat. sun. mon tues wed thurs fri sat sun"},
    {kRaising,
     "went on declined refused continued began continues began started wanted failed seemed appeared hastened paused "
     "rushed proceeded proceeds goes going has have had wants used stopped"},
    {kRefusing, "declined refused failed stopped"},
    {kTheySpeak,
     "reporters journalists analysts police officials lawmakers critics supporters experts people prosecutors lawyers "
     "investigators authorities residents witnesses voters fans investors delegates colleagues parliament congress "
     "supporters aides sources activists scientists researchers economists opponents republicans democrats observers "
     "doctors teachers students parents organisers organizers polls"},
});

constexpr WordTable<std::uint32_t, 2048> kTable(kRows);

}  // namespace

std::uint32_t grammar_of(std::string_view lower) { return kTable.find(lower); }

bool is_dash(std::string_view word) { return word == "-" || word == "--" || word == "—" || word == "–" || word == "―"; }

}  // namespace pullquote::quotes
