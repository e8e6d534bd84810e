#include "lexicon_lists.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <stdexcept>

#include "article_words.h"
#include "features/word_list.h"
#include "organisation_names.h"
#include "readers.h"
#include "text/unicode.h"

namespace pullquote::train {

namespace {

using features::NameClass;

constexpr std::uint32_t kFirstNames = features::kMaleFirstName | features::kFemaleFirstName;
constexpr std::size_t kCensusSurnames = 30000;   // beyond, each has fewer than one bearer in 200,000 Americans
constexpr std::size_t kFrequentSurnames = 1000;  // these stay whatever else they are: "King", "Jordan"
constexpr double kFrequentFirstName = 0.01;      // per cent of Americans of that sex

constexpr std::array<std::pair<std::string_view, std::uint32_t>, 10> kSupplementClasses = {{
    {"male", features::kMaleFirstName},
    {"female", features::kFemaleFirstName},
    {"surname", features::kSurname},
    {"country", features::kCountry},
    {"demonym", features::kDemonym},
    {"capital", features::kCapital},
    {"city", features::kCity},
    {"region", features::kRegion},
    {"organisation", features::kOrganisation},
    {"word", features::kGivenAsWord},
}};

bool is_latin(std::string_view name) {
  for (std::size_t at = 0; at < name.size();) {
    const auto [c, length] = text::decode(name, at);
    if (text::is_letter(c) && c >= 0x250 && (c < 0x1E00 || c >= 0x1F00)) return false;
    at += length;
  }
  return true;
}

class ListReader {
 public:
  ListReader(const Sources& sources, const WordCounts& counts)
      : lexicons_(sources.data / "lexicons"), supplement_(sources.supplement), counts_(counts) {}

  LexiconBuilder read() && {
    read_countries();
    read_supplement();  // before names of people, which give way to what it and the countries hold
    read_first_names();
    read_surnames();
    read_cities();
    read_organisations();
    mark_words();
    return std::move(lexicon_);
  }

 private:
  // A word hardly ever capitalised inside a sentence is no name in the news, whoever bears it.
  [[nodiscard]] bool never_capitalised(const std::string& key) const {
    const auto count = counts_.of(key);
    return count.lower >= 20 && count.capitalised * 30 < count.lower;
  }

  // Nouns for people are surnames too ("Shepherd", "Baker").
  [[nodiscard]] static bool is_class_word(const std::string& key) {
    return (features::word_classes(key) & ~(features::kPerson | features::kPlural)) != 0;
  }

  // What means something else as a rule: a word, a title, a country, a well-known place or organisation.
  [[nodiscard]] bool is_other_word(const std::string& key) const {
    constexpr std::uint32_t kOther = features::kCountry | features::kDemonym | features::kCapital | features::kCity |
                                     features::kRegion | features::kOrganisation;
    return never_capitalised(key) || is_class_word(key) || (lexicon_.find(key) & kOther) != 0;
  }

  void read_countries() {
    for (const auto& row : read_table(lexicons_ / "countries.tsv", '\t')) {
      lexicon_.add(row.at("common"), features::kCountry);
      lexicon_.add(row.at("official"), features::kCountry);
      for (const auto& other : split(row.at("alt"), '|')) {
        // Two letters are a code, which headlines in capitals would take for a country; commas are a catalogue's order.
        const bool written = other.size() > 2 && other.find_first_of(",(") == std::string::npos && is_latin(other);
        if (written) lexicon_.add(other, features::kCountry);
      }
      for (const auto& capital : split(row.at("capital"), '|')) {
        lexicon_.add(capital, features::kCapital | features::kCity);
      }
      add_demonym(row.at("demonym"));
    }
  }

  void add_demonym(const std::string& demonym) {
    lexicon_.add(demonym, features::kDemonym);
    constexpr std::array<std::string_view, 7> kOneForm = {"ese", "sh", "ch", "s", "x", "man", "men"};
    const bool one_form =
        std::any_of(kOneForm.begin(), kOneForm.end(), [&](auto end) { return demonym.ends_with(end); });
    if (!demonym.empty() && !one_form) lexicon_.add(demonym + "s", features::kDemonym);
  }

  // The census counts a name under both sexes where a few bearers, or clerks, gave the other one.
  void read_first_names() {
    std::map<std::string, std::array<double, 2>> shares;
    constexpr std::array<std::string_view, 2> kSexes = {"male", "female"};
    constexpr std::array<std::uint32_t, 2> kClasses = {features::kMaleFirstName, features::kFemaleFirstName};
    const auto file = [&](std::string_view start, std::size_t sex, std::string_view end) {
      return lexicons_ / (std::string(start) + std::string(kSexes[sex]) + std::string(end));
    };
    for (std::size_t sex = 0; sex < 2; ++sex) {
      for (const auto& row : read_table(file("census-first-", sex, ".csv"), ',')) {
        shares[text::to_lower(row.at("name"))][sex] = std::stod(row.at("col2"));
      }
    }
    const auto add = [&](const std::string& name, std::size_t sex) {
      constexpr double kRareShare = 0.05;  // of all bearers
      const auto found = shares.find(name);
      const auto share = found == shares.end() ? std::array<double, 2>{} : found->second;
      const bool rare = share[sex] < kRareShare * share[1 - sex];
      const bool frequent = share[0] + share[1] >= kFrequentFirstName;
      if (!rare && (frequent || !is_other_word(name))) lexicon_.add(name, kClasses[sex]);
    };
    for (std::size_t sex = 0; sex < 2; ++sex) {
      for (const auto& name : read_lines(file("first-names-", sex, ".txt"))) add(text::to_lower(name), sex);
      for (const auto& [name, share] : shares) {
        if (share[sex] > 0) add(name, sex);
      }
    }
    std::map<std::string, std::uint32_t> nicknames;
    for (const auto& row : read_table(lexicons_ / "nicknames.csv", ',')) {
      nicknames[row.at("name2")] |= lexicon_.find(row.at("name1")) & kFirstNames;
    }
    for (const auto& [name, sexes] : nicknames) {
      if ((lexicon_.find(name) & kFirstNames) == 0 && !is_other_word(name)) lexicon_.add(name, sexes);
    }
  }

  void read_surnames() {
    const auto add = [&](const std::string& name, bool frequent) {
      if (name.size() > 1 && (frequent || !is_other_word(name))) lexicon_.add(name, features::kSurname);
    };
    const auto rows = read_table(lexicons_ / "census-surnames.csv", ',');
    for (std::size_t i = 0; i < std::min(kCensusSurnames, rows.size()); ++i) {
      add(text::to_lower(rows[i].at("name")), i < kFrequentSurnames);
    }
    for (const auto& name : read_lines(lexicons_ / "surnames-all.txt")) add(text::to_lower(name), false);
  }

  // A name of people and a word are places too where running text has them after "in" and its like often enough.
  [[nodiscard]] bool is_place(const std::string& key) const {
    if (never_capitalised(key) || is_class_word(key)) return false;
    constexpr std::uint32_t kOther = kFirstNames | features::kSurname | features::kDemonym;
    const auto count = counts_.of(key);
    const bool doubtful = (lexicon_.find(key) & kOther) != 0 || count.lower * 4 > count.capitalised;
    return !doubtful || (count.placed >= 2 && count.placed * 12 > count.capitalised);
  }

  void read_cities() {
    std::set<std::string> regions;
    const auto add = [&](const std::string& place, std::uint32_t name_class) {
      if (is_place(text::to_lower(spaced(place)))) lexicon_.add(place, name_class);
    };
    for (const auto& row : read_table(lexicons_ / "world-cities.csv", ',')) {
      add(before_bracket(row.at("name")), features::kCity);
      regions.insert(row.at("subcountry"));
    }
    for (const auto& region : regions) add(before_bracket(region), features::kRegion);
  }

  void read_supplement() {
    for (const auto& line : read_lines(supplement_)) {
      if (line.empty() || line.starts_with('#')) continue;
      const auto fields = split(line, '\t');
      const auto found = std::find_if(kSupplementClasses.begin(), kSupplementClasses.end(),
                                      [&](const auto& entry) { return entry.first == fields.front(); });
      if (fields.size() != 2 || found == kSupplementClasses.end()) {
        throw std::runtime_error(supplement_.string() + ": not a class, a tab and names: " + line);
      }
      for (const auto& name : split(fields[1], '|')) {
        if (found->second == features::kDemonym) {
          add_demonym(name);
        } else {
          lexicon_.add(name, found->second);
        }
      }
    }
  }

  void read_organisations() {
    for (const auto& name : listed_organisations(lexicons_)) lexicon_.add(name, features::kOrganisation);
    for (const auto& name : catalogued_organisations(lexicons_)) {
      if (is_attested_organisation(spaced(name))) lexicon_.add(name, features::kOrganisation);
    }
  }

  // The catalogue holds people, offices, places and whole industries too.
  [[nodiscard]] bool is_attested_organisation(const std::string& name) const {
    const auto key = text::to_lower(name);
    const auto words = split(key, ' ');
    const auto first = features::word_classes(words.front()), last = features::word_classes(words.back());
    if (words.size() == 1) {
      const auto count = counts_.of(key);
      return name.size() > 2 && lexicon_.find(key) == 0 && counts_.seen(name) >= 3 && last == 0 &&
             count.lower * 4 < count.capitalised;
    }
    constexpr std::uint32_t kNoStart = features::kRole | features::kHonorific | features::kFunction;
    constexpr std::uint32_t kNoHead = features::kRole | features::kEventHead | features::kPlaceHead |
                                      features::kFacilityHead | features::kMonth | features::kWeekday;
    constexpr std::uint32_t kHead = features::kOrgHead | features::kOrgSuffix;
    if (counts_.seen(name) < 2 || lexicon_.find(key) != 0) return false;
    if ((last & kNoHead) != 0 || (first & kNoStart) != 0) return false;
    if ((last & kHead) != 0) return true;
    const bool person = words.size() <= 3 && (lexicon_.find(words.back()) & features::kSurname) != 0;
    return !person && std::any_of(words.begin(), words.end(), [&](const auto& word) { return !is_word(word); });
  }

  [[nodiscard]] bool is_word(const std::string& key) const {
    const auto count = counts_.of(key);
    return count.lower >= 3 && count.lower * 4 >= count.capitalised;
  }

  void mark_words() {
    std::vector<std::string> also_words;
    for (const auto& [key, classes] : lexicon_.entries()) {
      const auto count = counts_.of(key);
      if (count.lower >= 5 && count.lower * 8 > count.capitalised) also_words.push_back(key);
    }
    for (const auto& key : also_words) lexicon_.mark(key, features::kGivenAsWord);
    for (const auto& [word, count] : counts_.words()) {
      if (count.lower >= 3 && count.lower >= 9 * count.capitalised) lexicon_.add(word, features::kCommonWord);
    }
  }

  std::filesystem::path lexicons_;
  std::filesystem::path supplement_;
  const WordCounts& counts_;
  LexiconBuilder lexicon_;
};

}  // namespace

void read_running_text(const Sources& sources, WordCounts& counts) {
  for (const auto* const file : {"news.txt.gz", "english.txt.gz"}) {
    each_line(sources.data / "unlabelled" / file, [&](std::string_view line) {
      analyse(line, [&](const tokens::TokenizedText& text) { counts.read(text); });
    });
  }
}

LexiconBuilder read_lexicon(const Sources& sources) {
  WordCounts counts;
  for (const auto& name : catalogued_organisations(sources.data / "lexicons")) counts.watch(spaced(name));
  read_running_text(sources, counts);
  return ListReader(sources, counts).read();
}

}  // namespace pullquote::train
