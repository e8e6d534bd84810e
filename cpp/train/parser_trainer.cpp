#include "parser_trainer.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <limits>
#include <optional>

#include "tagger_trainer.h"

namespace pullquote::train {

namespace {

using syntax::Action;
using syntax::Relation;

constexpr std::uint32_t kMinCount = 2;
constexpr std::array kAllActions = {Action::kShift, Action::kLeft, Action::kRight};

std::size_t number(auto label) { return static_cast<std::size_t>(label); }

// One pass through a sentence at a time; the classes below say what to do at each step.
class Walk {
 public:
  explicit Walk(const SyntaxExample& example) : example_(example) {
    context_.set(example.words, example.tags);
    state_.start(static_cast<std::uint8_t>(example.words.size()));
  }
  [[nodiscard]] bool done() const { return state_.done(); }
  [[nodiscard]] const syntax::ParseState& state() const { return state_; }

  void look(syntax::FeatureList& features) const { action_features(context_, state_, features); }
  void look(Action action, syntax::FeatureList& features) const {
    relation_features(context_, state_, state_.head(action), state_.dependent(), features);
  }

  /// The allowed actions that lose the fewest arcs.
  [[nodiscard]] std::vector<Action> best() const {
    std::vector<Action> best;
    int least = std::numeric_limits<int>::max();
    for (const auto action : kAllActions) {
      if (!state_.allows(action)) continue;
      const auto lost = lost_arcs(state_, example_.heads, action);
      if (lost < least) best.clear();
      if (lost <= least) best.push_back(action);
      least = std::min(least, lost);
    }
    return best;
  }
  /// The true relation, where the arc is a true one.
  [[nodiscard]] std::optional<Relation> truth(Action action) const {
    const auto word = state_.dependent();
    if (example_.heads[word] != state_.head(action)) return std::nullopt;
    return example_.relations[word];
  }
  void shift() { state_.shift(); }
  void attach(Action action, Relation relation) { state_.attach(action, relation); }

 private:
  const SyntaxExample& example_;
  syntax::ParseContext context_;
  syntax::ParseState state_;
};

class Trainer {
 public:
  Trainer(const std::vector<SyntaxExample>& examples, const SyntaxOptions& options)
      : examples_(examples), random_(options.seed) {}

  // The features on the way that the treebank itself takes.
  void count() {
    for (const auto& example : examples_) {
      Walk walk(example);
      while (!walk.done()) {
        if (!walk.state().only_action()) {
          walk.look(action_features_);
          actions_.count(action_features_.all());
        }
        auto candidates = walk.best();
        // An arc as soon as one is right.
        const auto action = candidates.back();
        if (action == Action::kShift) {
          walk.shift();
          continue;
        }
        walk.look(action, relation_features_);
        relations_.count(relation_features_.all());
        walk.attach(action, walk.truth(action).value_or(Relation::kDep));
      }
    }
  }

  void epoch(bool explore) {
    mistakes_ = steps_ = 0;
    for (const auto index : random_order(examples_.size(), random_)) {
      Walk walk(examples_[index]);
      while (!walk.done()) {
        const auto action = learn_action(walk, explore);
        if (action == Action::kShift) {
          walk.shift();
        } else {
          walk.attach(action, learn_relation(walk, action, explore));
        }
      }
    }
  }

  [[nodiscard]] double mistakes() const { return static_cast<double>(mistakes_) / static_cast<double>(steps_); }
  [[nodiscard]] std::pair<Perceptron, Perceptron> result() && { return {std::move(actions_), std::move(relations_)}; }

 private:
  Action learn_action(const Walk& walk, bool explore) {
    if (const auto only = walk.state().only_action()) return *only;
    walk.look(action_features_);
    std::array<float, syntax::kActions> scores{};
    actions_.score(action_features_.all(), scores);
    const auto ahead = [&](Action a, Action b) { return scores[number(a)] < scores[number(b)]; };
    std::vector<Action> allowed;
    for (const auto action : kAllActions) {
      if (walk.state().allows(action)) allowed.push_back(action);
    }
    const auto chosen = *std::max_element(allowed.begin(), allowed.end(), ahead);
    const auto good = walk.best();
    const auto right = *std::max_element(good.begin(), good.end(), ahead);
    const bool mistake = std::find(good.begin(), good.end(), chosen) == good.end();
    if (mistake) actions_.learn(action_features_.all(), number(right), number(chosen));
    actions_.step();
    mistakes_ += mistake ? 1 : 0;
    ++steps_;
    // Once it knows something it mostly goes its own way, to learn what to do after a mistake.
    return explore && below(random_, 10) != 0 ? chosen : right;
  }

  Relation learn_relation(const Walk& walk, Action action, bool explore) {
    if (walk.state().head(action) == walk.state().size()) return Relation::kRoot;
    walk.look(action, relation_features_);
    std::array<float, syntax::kRelations> scores{};
    relations_.score(relation_features_.all(), scores);
    scores[number(Relation::kRoot)] = std::numeric_limits<float>::lowest();
    const auto given = static_cast<Relation>(std::max_element(scores.begin(), scores.end()) - scores.begin());
    const auto truth = walk.truth(action);
    if (truth && *truth != given) relations_.learn(relation_features_.all(), number(*truth), number(given));
    relations_.step();
    return explore ? given : truth.value_or(given);
  }

  const std::vector<SyntaxExample>& examples_;
  std::mt19937 random_;
  Perceptron actions_{syntax::kActions, kMinCount};
  Perceptron relations_{syntax::kRelations, kMinCount};
  syntax::FeatureList action_features_{syntax::kActionDecision};
  syntax::FeatureList relation_features_{syntax::kRelationDecision};
  std::size_t mistakes_ = 0;
  std::size_t steps_ = 0;
};

}  // namespace

int lost_arcs(const syntax::ParseState& state, const std::vector<std::uint8_t>& heads, Action action) {
  const auto front = state.buffer(0);
  const auto top = state.stack(0);
  int lost = 0;
  if (action == Action::kShift) {
    // The front can no longer get dependents from the stack, nor a head below its top; the root takes the bottom alone.
    if (state.depth() > 0 && heads[front] == state.size()) ++lost;
    for (int below = 0; below < state.depth(); ++below) {
      const auto word = state.stack(below);
      if (heads[word] == front) ++lost;
      if (below > 0 && heads[front] == word) ++lost;
    }
    return lost;
  }
  // The top of the stack leaves, and can get no more dependents.
  for (auto word = front; word < state.size(); ++word) {
    if (heads[word] == top) ++lost;
  }
  const auto head = heads[top];
  const bool in_buffer = head >= front && (head < state.size() || (head == state.size() && state.depth() == 1));
  if (action == Action::kLeft) return lost + ((in_buffer && head != front) || head == state.stack(1) ? 1 : 0);
  return lost + (in_buffer ? 1 : 0);
}

std::pair<Perceptron, Perceptron> train_parser(const std::vector<SyntaxExample>& examples, const SyntaxOptions& options,
                                               const std::function<void(const std::string&)>& report) {
  Trainer trainer(examples, options);
  trainer.count();
  for (int epoch = 0; epoch < options.parser_epochs; ++epoch) {
    trainer.epoch(epoch > 0);
    std::array<char, 80> line{};
    std::snprintf(line.data(), line.size(), "parser, epoch %d: %.2f %% of the steps wrong", epoch + 1,
                  100 * trainer.mistakes());
    if (report) report(line.data());
  }
  return std::move(trainer).result();
}

}  // namespace pullquote::train
