package io.homeiq.homeassistant.template.jinja;

/** Something in a template that has a value. */
interface Expression {

    /**
     * Its value now.
     *
     * @throws io.homeiq.homeassistant.template.python.PythonError where Python raises one
     * @throws io.homeiq.homeassistant.template.python.Unsupported where we do not know what Home Assistant does
     */
    Object value(Frame frame);
}
