#include "linking.h"

#include <algorithm>
#include <string>

#include "model/flag_table.h"

// Which mentions are one entity.
//
// Distinct names are gathered first, whatever their order in the text. Among the names of one label the longer ones are
// settled before the shorter ones, and each leaves behind the hashes of its parts under which a shorter form may find
// it: a company its beginnings ("Goldman") and ends ("State Department"), any name its initials ("IAEA"), a person
// every word. A last walk over the mentions in order resolves what depends on the place: a surname that two people
// share goes to the one named most recently whose gender and title do not speak against it. Every name has a bounded
// number of parts and every part a bounded number of holders, so the cost is linear in the mentions.

namespace pullquote::entities {

using namespace features;

namespace {

constexpr std::uint32_t kFirstName = kMaleFirstName | kFemaleFirstName;
constexpr std::size_t kMostHolders = 8;  // people that may share one name part; the latest are kept
constexpr std::uint32_t kNobody = 0xffffffff;

std::uint64_t mix(std::uint64_t hash, std::uint64_t salt) {
  return (hash ^ (salt * 0x9e3779b97f4a7c15u)) * 0xff51afd7ed558ccdu;
}

// Labels that may name one thing between them: the rules often cannot tell a body from its building.
std::uint64_t kind_of(Label label) {
  return label == Label::kFac || label == Label::kProduct ? static_cast<std::uint64_t>(Label::kOrg)
                                                          : static_cast<std::uint64_t>(label);
}

// One distinct name: the unit that is linked.
struct Name {
  TokenRange sample;
  Label label = Label::kMisc;
  std::uint32_t entity = 0;      // while linking: the name that it was joined to, by number
  std::uint32_t core_first = 0;  // without "Inc." and the like
  std::uint32_t core_last = 0;
};

class Linker {
 public:
  Linker(const Article& article, std::vector<Mention> mentions)
      : a_(article), w_(article.words), mentions_(std::move(mentions)) {}

  Draft link() {
    gather_names();
    std::vector<std::uint32_t> order(names_.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(),
                     [&](auto x, auto y) { return names_[x].sample.size() > names_[y].sample.size(); });
    for (const auto n : order) {
      if (names_[n].label == Label::kPerson) {
        if (size(n) > 1) link_full_person(n);
      } else if (names_[n].label != Label::kDate && names_[n].label != Label::kMoney) {
        link_thing(n);
      }
    }
    link_bracketed_acronyms();
    genders_.assign(names_.size(), Gender::kUnknown);
    for (std::uint32_t m = 0; m < mentions_.size(); ++m) learn_gender(m);
    resolve();
    return finish();
  }

 private:
  [[nodiscard]] std::uint32_t size(std::uint32_t n) const { return names_[n].core_last - names_[n].core_first; }
  [[nodiscard]] std::uint64_t hash(std::uint32_t first, std::uint32_t last) const {
    return model::hash64(w_.lower({first, last}));
  }

  // The key under which equal names meet.
  [[nodiscard]] std::uint64_t key(TokenRange range, Label label) {
    auto lower = w_.lower(range);
    if (label == Label::kLoc || label == Label::kOrg) lower = usual_country(lower);
    buffer_.assign(lower);
    if (label == Label::kOrg && range.size() > 1 && a_.token(range.first).all_upper) {
      // "U.N. Security Council"
      const auto first = w_.lower(range.first);
      buffer_.replace(0, first.size(), usual_country(first));
    }
    if (range.size() == 1 && a_.token(range.first).all_upper) std::erase(buffer_, '.');
    if (label == Label::kNorp && buffer_.size() > 4 && buffer_.ends_with('s') && !buffer_.ends_with("ss"))
      buffer_.pop_back();
    return mix(model::hash64(buffer_), kind_of(label) + 1);
  }

  void gather_names() {
    HashMap index(mentions_.size());
    for (auto& mention : mentions_) {
      const auto range = mention.tokens;
      auto& number = index[key(range, mention.label)];
      if (number == 0) {
        Name name{.sample = range, .label = mention.label, .core_first = range.first, .core_last = range.last};
        while (name.core_last - name.core_first > 1 &&
               (w_.is(name.core_last - 1, mention.label == Label::kPerson ? kRomanNumeral : kOrgSuffix) ||
                !a_.is_word(name.core_last - 1))) {
          --name.core_last;
        }
        name.entity = static_cast<std::uint32_t>(names_.size());
        names_.push_back(name);
        number = static_cast<std::uint32_t>(names_.size());
      }
      mention.entity = number - 1;
    }
  }

  [[nodiscard]] std::uint32_t root(std::uint32_t n) {
    while (names_[n].entity != n) n = names_[n].entity = names_[names_[n].entity].entity;
    return n;
  }

  // The smaller number stays the root, whatever the lengths: cheap enough with path halving.
  void join(std::uint32_t x, std::uint32_t y) {
    x = root(x);
    y = root(y);
    if (x != y) names_[std::max(x, y)].entity = std::min(x, y);
  }

  // --- organisations, places and the rest

  void link_thing(std::uint32_t n) {
    const auto& name = names_[n];
    const auto kind = kind_of(name.label);
    const auto whole = mix(hash(name.core_first, name.core_last), kind + 100);
    if (const auto holder = parts_.find(whole); holder != 0 && may_be_short(n)) {
      join(holder - 1, n);
      return;
    }
    if (size(n) == 1) {
      const auto word = a_.text.word(name.core_first);
      if (a_.token(name.core_first).all_upper && word.size() >= 2 && word.size() <= 10) {
        buffer_.assign(w_.lower(name.core_first));
        std::erase(buffer_, '.');
        if (const auto holder = parts_.find(mix(model::hash64(buffer_), 200)); holder != 0) join(holder - 1, n);
      }
      if (name.sample.size() > 1) leave(whole, n);  // "Acme Holdings Ltd" may be called "Acme"
      return;
    }
    leave_initials(n);
    if (name.label == Label::kNorp) return;
    for (auto i = name.core_first + 1; i <= name.core_last; ++i) {
      leave(mix(hash(name.core_first, i), kind + 100), n);
      if (name.label != Label::kLoc && i + 1 < name.core_last) leave(mix(hash(i, name.core_last), kind + 100), n);
    }
  }

  // "Bank" is not short for "Bank of Ghana", "China" not for "China Daily".
  [[nodiscard]] bool may_be_short(std::uint32_t n) const {
    const auto& name = names_[n];
    if (name.label == Label::kLoc || name.label == Label::kNorp || name.label == Label::kMisc) {
      return name.core_last != name.sample.last;
    }
    if (size(n) > 1) return true;
    if (a_.token(name.core_first).all_upper && a_.text.word(name.core_first).size() < 6)
      return false;  // "FIFA Council"
    return !w_.is(name.core_first, kOrgHead | kFacilityHead | kDirection) &&
           (w_.names(name.core_first) & (kCountry | kDemonym | kCommonWord | kCapital)) == 0;
  }

  // The first holder of a part keeps it; with names in order of length that is the longest.
  void leave(std::uint64_t part, std::uint32_t n) {
    auto& holder = parts_[part];
    if (holder == 0) holder = n + 1;
  }

  // The initials with and without the small words: "IAEA", "DRC", "BoG".
  void leave_initials(std::uint32_t n) {
    std::string all;
    std::string capitals;
    for (auto i = names_[n].core_first; i < names_[n].core_last; ++i) {
      if (!a_.is_word(i)) continue;
      const char c = w_.lower(i).front();
      all.push_back(c);
      if (a_.token(i).upper) capitals.push_back(c);
    }
    if (capitals.size() > 1) leave(mix(model::hash64(capitals), 200), n);
    if (all.size() > 2 && all != capitals) leave(mix(model::hash64(all), 200), n);
  }

  // "International Atomic Energy Agency (IAEA)"; the brackets are proof enough when the first letters agree.
  void link_bracketed_acronyms() {
    for (std::size_t m = 1; m < mentions_.size(); ++m) {
      const auto& acronym = mentions_[m];
      const auto& full = mentions_[m - 1];
      const auto at = acronym.tokens.first;
      if (acronym.tokens.size() != 1 || full.tokens.size() < 2 || full.tokens.last + 1 != at) continue;
      if (!a_.is_char(at - 1, '(') || acronym.label == Label::kPerson || full.label == Label::kPerson) continue;
      if (full.label == Label::kDate || full.label == Label::kMoney || acronym.label == Label::kDate) continue;
      auto first = full.tokens.first;
      if (m > 1 && mentions_[m - 2].tokens.last == first) first = mentions_[m - 2].tokens.first;
      const char initial = w_.lower(at).front();
      if (w_.lower(first).front() != initial && w_.lower(full.tokens.first).front() != initial) continue;
      join(full.entity, acronym.entity);
    }
  }

  // --- people

  void link_full_person(std::uint32_t n) {
    const auto& name = names_[n];
    const auto holders = part(name.core_last - 1);
    for (const auto other : holders) {
      if (names_[other].core_last - names_[other].core_first >= size(n) && is_same_person(n, other)) {
        join(other, n);
        break;
      }
    }
    if (root(n) == n) {
      for (const auto other : part(name.core_first)) {
        if (is_same_person(n, other)) {
          join(other, n);
          break;
        }
      }
    }
    for (auto i = name.core_first; i < name.core_last; ++i) {
      if (!a_.token(i).upper) continue;
      auto& number = person_parts_[hash(i, i + 1)];
      if (number == 0) {
        people_.emplace_back();
        number = static_cast<std::uint32_t>(people_.size());
      }
      auto& list = people_[number - 1];
      if (list.size() == kMostHolders) list.erase(list.begin());
      list.push_back(n);
    }
  }

  [[nodiscard]] const std::vector<std::uint32_t>& part(std::uint32_t token) const {
    static const std::vector<std::uint32_t> none;
    const auto number = person_parts_.find(hash(token, token + 1));
    return number == 0 ? none : people_[number - 1];
  }

  // The words of the shorter name stand in the longer one in order; an initial stands for a word.
  [[nodiscard]] bool is_same_person(std::uint32_t shorter, std::uint32_t longer) const {
    auto j = names_[longer].core_first;
    for (auto i = names_[shorter].core_first; i < names_[shorter].core_last; ++i) {
      const auto word = w_.lower(i);
      const bool initial = word.size() == 1 || (word.size() == 2 && word[1] == '.');
      for (;; ++j) {
        if (j == names_[longer].core_last) return false;
        const auto other = w_.lower(j);
        const bool other_initial = other.size() == 1 || (other.size() == 2 && other[1] == '.');
        if (other == word || ((initial || other_initial) && other.front() == word.front())) break;
      }
      ++j;
    }
    return true;
  }

  void learn_gender(std::uint32_t m) {
    const auto& mention = mentions_[m];
    if (mention.label != Label::kPerson) return;
    auto gender = title_gender(mention.tokens.first);
    if (gender == Gender::kUnknown && mention.tokens.size() > 1) {
      const auto names = w_.names(mention.tokens.first);
      if ((names & kFirstName) == kMaleFirstName) gender = Gender::kMale;
      if ((names & kFirstName) == kFemaleFirstName) gender = Gender::kFemale;
    }
    if (mention.tokens.size() == 1) return;  // whose it is, is still open
    auto& known = genders_[root(mention.entity)];
    if (known == Gender::kUnknown) known = gender;
  }

  // "Mr", "spokeswoman" and the like directly before a name.
  [[nodiscard]] Gender title_gender(std::uint32_t first) const {
    const auto sentence = a_.text.sentences[a_.sentence_of(first)].tokens.first;
    if (first == sentence || !w_.is(first - 1, kHonorific | kRole | kKinship)) return Gender::kUnknown;
    return gender_of(w_.classes(first - 1));
  }

  void resolve() {
    std::vector<std::uint32_t> seen(names_.size(), 0);  // one past the last mention of each root
    for (std::uint32_t m = 0; m < mentions_.size(); ++m) {
      auto& mention = mentions_[m];
      if (mention.label == Label::kPerson && mention.tokens.size() == 1) {
        const auto who = person_named(mention.tokens.first, seen);
        mention.entity = who != kNobody ? who : alone(mention);
      } else {
        mention.entity = root(mention.entity);
      }
      seen[mention.entity] = m + 1;
    }
  }

  // The person whom a single word means: by surname, else by any other part; recent before distant, named before yet to
  // be named.
  [[nodiscard]] std::uint32_t person_named(std::uint32_t token, const std::vector<std::uint32_t>& seen) {
    const auto gender = title_gender(token);
    std::uint32_t best = kNobody;
    std::uint64_t best_rank = 0;
    for (const auto n : part(token)) {
      const auto person = root(n);
      const auto known = genders_[person];
      if (gender != Gender::kUnknown && known != Gender::kUnknown && gender != known) continue;
      const bool surname = w_.lower(names_[n].core_last - 1) == w_.lower(token);
      const bool earlier = names_[n].sample.first < token;
      const auto rank = (surname ? std::uint64_t{1} << 40 : 0) + (earlier ? std::uint64_t{1} << 39 : 0) +
                        (earlier ? seen[person] : names_.size() - n) + 1;
      if (rank > best_rank) {
        best_rank = rank;
        best = person;
      }
    }
    if (best != kNobody && gender != Gender::kUnknown && genders_[best] == Gender::kUnknown) genders_[best] = gender;
    return best;
  }

  // Nobody with a longer name fits: a person of one word, kept apart from one of the other gender.
  [[nodiscard]] std::uint32_t alone(const Mention& mention) {
    const auto n = root(mention.entity);
    const auto gender = title_gender(mention.tokens.first);
    if (genders_[n] == Gender::kUnknown) {
      genders_[n] = gender;
      if (gender == Gender::kUnknown) {
        const auto names = w_.names(mention.tokens.first) & kFirstName;
        if (names == kMaleFirstName) genders_[n] = Gender::kMale;
        if (names == kFemaleFirstName) genders_[n] = Gender::kFemale;
      }
    }
    return n;
  }

  // --- names of entities

  Draft finish() {
    Draft draft;
    std::vector<std::uint32_t> entity_of(names_.size(), kNobody);
    std::vector<Form> best;
    HashMap forms(mentions_.size());
    std::vector<std::vector<Form>> aliases;
    for (auto& mention : mentions_) {
      auto& entity = entity_of[mention.entity];
      if (entity == kNobody) {
        entity = static_cast<std::uint32_t>(draft.entities.size());
        draft.entities.push_back({.label = mention.label});
        draft.genders.push_back(genders_[mention.entity]);
        aliases.emplace_back();
      }
      mention.entity = entity;
      const auto text =
          a_.text.text->view({a_.token(mention.tokens.first).begin, a_.token(mention.tokens.last - 1).end});
      auto& known = forms[mix(model::hash64(text), entity + 1)];
      if (known == 0) {
        known = 1;
        aliases[entity].push_back({mention.tokens, mention.label, text});
      }
    }
    for (std::size_t e = 0; e < draft.entities.size(); ++e) {
      draft.fullest.push_back(name_entity(draft.entities[e], aliases[e]));
    }
    draft.mentions = std::move(mentions_);
    return draft;
  }

  struct Form {
    TokenRange tokens;
    Label label;
    std::string_view text;
  };

  TokenRange name_entity(Entity& entity, const std::vector<Form>& forms) const {
    const Form* best = &forms.front();
    for (const auto& form : forms) {
      if (rank(form) > rank(*best)) best = &form;
    }
    entity.name = one_line(best->text);
    entity.label = best->label;
    for (const auto& form : forms) {
      auto alias = one_line(form.text);
      if (alias != entity.name) entity.aliases.push_back(std::move(alias));
    }
    return best->tokens;
  }

  // The fullest proper form: what a country is usually called, then words, then letters; capitals throughout come last.
  [[nodiscard]] std::size_t rank(const Form& form) const {
    const auto lower = w_.lower(form.tokens);
    const bool shouted = a_.token(form.tokens.first).all_upper || a_.has(form.tokens.first, kTitleCase);
    std::size_t rank = std::min<std::size_t>(form.text.size(), 1000);
    if (form.tokens.size() > 1) rank += 1000 * std::min<std::size_t>(form.tokens.size(), 100);
    if (form.label == Label::kNorp) rank = 200000 - rank;  // "Peruvian" rather than "Peruvians"
    if (!shouted) rank += 500;
    if (form.label == Label::kLoc && (w_.lexicon().find(lower) & kCountry) != 0 && usual_country(lower) == lower &&
        lower.size() > 3) {
      rank += 1'000'000;
    }
    return rank;
  }

  const Article& a_;
  const Words& w_;
  std::vector<Mention> mentions_;
  std::vector<Name> names_;
  std::vector<Gender> genders_;  // by root
  HashMap parts_;                // hash of a part of a name -> number of the name + 1
  HashMap person_parts_;         // hash of a word -> number in people_ + 1
  std::vector<std::vector<std::uint32_t>> people_;
  std::string buffer_;
};

}  // namespace

Gender gender_of(std::uint64_t classes) {
  if ((classes & kMale) != 0) return Gender::kMale;
  if ((classes & kFemale) != 0) return Gender::kFemale;
  return Gender::kUnknown;
}

std::string one_line(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\t';
    if (space && !out.empty() && out.back() == ' ') continue;
    out.push_back(space ? ' ' : c);
  }
  return out;
}

Draft link(const Article& article, std::vector<Mention> mentions) {
  return Linker(article, std::move(mentions)).link();
}

}  // namespace pullquote::entities
