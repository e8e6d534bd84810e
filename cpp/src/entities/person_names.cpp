#include "person_names.h"

#include <algorithm>
#include <string_view>

#include "model/flag_table.h"

// Names of people. Full names are joined first: the words of one stand in the other in order, an initial or a nickname
// for its name, and "Jr." on both or on neither. Each leaves every capitalised word behind. Then a walk over the
// mentions in order resolves what depends on the place: a surname that two people share goes to the one named most
// recently whose gender and title do not speak against it. A word has a bounded number of holders, so the cost is
// linear.

namespace pullquote::entities {

using namespace features;

namespace {

constexpr std::uint32_t kFirstName = kMaleFirstName | kFemaleFirstName;
constexpr std::size_t kMostHolders = 8;  // people that may share one word of their names; the latest are kept
constexpr std::uint32_t kNobody = 0xffffffff;

class PersonLinker {
 public:
  PersonLinker(const Article& article, const Nicknames& nicknames, std::vector<Mention>& mentions, NameTable& names)
      : a_(article), w_(article.words), nicknames_(nicknames), mentions_(mentions), names_(names) {}

  std::vector<KnownGender> link() {
    std::vector<std::uint32_t> order;
    for (std::uint32_t n = 0; n < names_.size(); ++n) {
      if (names_[n].label == Label::kPerson && names_[n].sample.size() > 1) order.push_back(n);
    }
    std::stable_sort(order.begin(), order.end(),
                     [&](auto x, auto y) { return names_[x].sample.size() > names_[y].sample.size(); });
    for (const auto n : order) link_full(n);
    genders_.assign(names_.size(), {});
    for (const auto& mention : mentions_) learn_gender(mention);
    resolve();
    return std::move(genders_);
  }

 private:
  void link_full(std::uint32_t n) {
    const auto& name = names_[n];
    if (!join_same(n, part(name.core_last - 1))) join_same(n, part(name.core_first));
    for (auto i = name.core_first; i < name.core_last; ++i) {
      if (!a_.token(i).upper) continue;
      auto& number = parts_[names_.hash({i, i + 1})];
      if (number == 0) {
        holders_.emplace_back();
        number = static_cast<std::uint32_t>(holders_.size());
      }
      auto& list = holders_[number - 1];
      if (list.size() == kMostHolders) list.erase(list.begin());
      list.push_back(n);
    }
  }

  bool join_same(std::uint32_t n, const std::vector<std::uint32_t>& holders) {
    for (const auto other : holders) {
      if (names_[other].size() < names_[n].size() || !is_same_person(n, other)) continue;
      names_.join(other, n);
      return true;
    }
    return false;
  }

  [[nodiscard]] const std::vector<std::uint32_t>& part(std::uint32_t token) const {
    static const std::vector<std::uint32_t> none;
    const auto number = parts_.find(names_.hash({token, token + 1}));
    return number == 0 ? none : holders_[number - 1];
  }

  // "Jr.", "III"; 0 where there is none.
  [[nodiscard]] std::uint64_t ending(std::uint32_t n) const {
    const auto& name = names_[n];
    if (name.core_last == name.sample.last) return 0;
    auto text = names_.folded({name.sample.last - 1, name.sample.last});
    std::erase(text, '.');
    return model::hash64(text);
  }

  [[nodiscard]] static bool is_initial(std::string_view word) {
    return word.size() == 1 || (word.size() == 2 && word[1] == '.');
  }

  [[nodiscard]] bool is_same_word(std::uint32_t x, std::uint32_t y) const {
    auto one = names_.folded({x, x + 1});
    auto other = names_.folded({y, y + 1});
    if (one == other) return true;
    if (is_initial(one) || is_initial(other)) return one.front() == other.front();
    std::erase(one, '.');
    std::erase(other, '.');
    return one == other || nicknames_.are_one(one, other);  // "JD", "J.D."
  }

  // The words of the shorter name stand in the longer one in order.
  [[nodiscard]] bool is_same_person(std::uint32_t shorter, std::uint32_t longer) const {
    if (ending(shorter) != ending(longer)) return false;
    auto j = names_[longer].core_first;
    for (auto i = names_[shorter].core_first; i < names_[shorter].core_last; ++i) {
      while (j < names_[longer].core_last && !is_same_word(i, j)) ++j;
      if (j == names_[longer].core_last) return false;
      ++j;
    }
    return true;
  }

  // --- gender

  void learn_gender(const Mention& mention) {
    if (mention.label != Label::kPerson || mention.tokens.size() == 1) return;  // whose one word is, is still open
    KnownGender seen{title_gender(mention.tokens.first), Trust::kStated};
    if (seen.gender == Gender::kUnknown) seen = {first_name_gender(mention.tokens.first), Trust::kGuess};
    auto& known = genders_[names_.root(mention.entity)];
    if (seen.gender != Gender::kUnknown && seen.trust > known.trust) known = seen;
  }

  [[nodiscard]] Gender first_name_gender(std::uint32_t token) const {
    const auto names = w_.names(token) & kFirstName;
    if (names == kMaleFirstName) return Gender::kMale;
    return names == kFemaleFirstName ? Gender::kFemale : Gender::kUnknown;
  }

  // "Mr", "spokeswoman" and the like directly before a name.
  [[nodiscard]] Gender title_gender(std::uint32_t first) const {
    const auto sentence = a_.text.sentences[a_.sentence_of(first)].tokens.first;
    if (first == sentence || !w_.is(first - 1, kHonorific | kRole | kKinship)) return Gender::kUnknown;
    return gender_of(w_.classes(first - 1));
  }

  // --- single words

  void resolve() {
    std::vector<std::uint32_t> seen(names_.size(), 0);  // one past the last mention of each root
    for (std::uint32_t m = 0; m < mentions_.size(); ++m) {
      auto& mention = mentions_[m];
      if (mention.label != Label::kPerson) continue;
      const auto root = names_.root(mention.entity);
      // A name that was joined to a longer one is settled, "AMLO" among them.
      const bool open = names_[mention.entity].size() == 1 && root == mention.entity;
      mention.entity = root;
      if (open) {
        const auto who = person_named(mention, seen);
        mention.entity = who != kNobody ? who : alone(mention, root);
      }
      seen[mention.entity] = m + 1;
    }
  }

  // The person whom a single word means: named before rather than yet to be named; by surname, else by any other part;
  // recent before distant.
  [[nodiscard]] std::uint32_t person_named(const Mention& mention, const std::vector<std::uint32_t>& seen) {
    const auto token = mention.tokens.first;
    const auto gender = title_gender(token);
    const auto end = ending(mention.entity);
    std::uint32_t best = kNobody;
    std::uint64_t best_rank = 0;
    for (const auto n : part(token)) {
      const auto person = names_.root(n);
      if (person == mention.entity) continue;
      const auto known = genders_[person].gender;
      if (gender != Gender::kUnknown && known != Gender::kUnknown && gender != known) continue;
      if (end != 0 && end != ending(n)) continue;
      const bool surname =
          names_.folded({names_[n].core_last - 1, names_[n].core_last}) == names_.folded({token, token + 1});
      const bool earlier = names_[n].sample.first < token;
      // "Trump" is rather the father than "Donald Trump Jr."
      const bool plain = ending(n) == end;
      const auto rank = (earlier ? std::uint64_t{1} << 40 : 0) + (surname ? std::uint64_t{1} << 39 : 0) +
                        (plain ? std::uint64_t{1} << 38 : 0) + (earlier ? seen[person] : names_.size() - n) + 1;
      if (rank > best_rank) {
        best_rank = rank;
        best = person;
      }
    }
    if (best != kNobody && gender != Gender::kUnknown) genders_[best] = {gender, Trust::kStated};
    return best;
  }

  // Nobody with a longer name fits: a person of one word, kept apart from one of the other gender.
  [[nodiscard]] std::uint32_t alone(const Mention& mention, std::uint32_t root) {
    const auto gender = title_gender(mention.tokens.first);
    if (gender != Gender::kUnknown) {
      genders_[root] = {gender, Trust::kStated};
    } else if (genders_[root].trust == Trust::kNone) {
      const auto guess = first_name_gender(mention.tokens.first);
      if (guess != Gender::kUnknown) genders_[root] = {guess, Trust::kGuess};
    }
    return root;
  }

  const Article& a_;
  const Words& w_;
  const Nicknames& nicknames_;
  std::vector<Mention>& mentions_;
  NameTable& names_;
  std::vector<KnownGender> genders_;  // by root
  HashMap parts_;                     // hash of a word -> number in holders_ + 1
  std::vector<std::vector<std::uint32_t>> holders_;
};

}  // namespace

std::vector<KnownGender> link_people(const Article& article, const Nicknames& nicknames, std::vector<Mention>& mentions,
                                     NameTable& names) {
  return PersonLinker(article, nicknames, mentions, names).link();
}

}  // namespace pullquote::entities
